import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { load, sources } from './tasklist.js';

const VIETNAMESE = /[^\p{ASCII}–…“”✓·×→]/u;
const { WORDS } = await load('words');
const texts = sources().flatMap(({ file, text }) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return written(source).map((node) => ({ words: wordsOf(node), place: `${file}:${lineOf(source, node)}` }));
});

test('Vietnamese words stand once', () => {
  const repeated = texts.filter(({ words }) => texts.filter((other) => other.words === words).length > 1);
  assert.ok(texts.length > 200, 'the words are found');
  assert.deepEqual(repeated, []);
});

test('a word is kept for all only if more than one place says it', () => {
  for (const name of Object.keys(WORDS)) {
    const uses = sources().flatMap(({ text }) => text.match(new RegExp(`\\bWORDS\\.${name}\\b`, 'g')) || []);
    assert.ok(uses.length > 1, name);
  }
});

/** The texts in a piece of source that people read: whole literals, and templates with their gaps. */
function written(node) {
  const text = (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && VIETNAMESE.test(wordsOf(node)) ? [node] : [];
  return [...text, ...node.getChildren().flatMap(written)];
}

function wordsOf(node) {
  const words = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    : node.text;
  return words.trim();
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
