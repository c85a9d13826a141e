const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * What is wrong with a tax code, in the words of the server, which checks again; null if it is valid.
 *
 * @param {string} code
 */
export function taxCodeProblem(code) {
  if (!code) {
    return 'Mã số thuế: không được để trống.';
  }
  if (personal(code)) {
    return null;
  }
  if (/^(\d{9}|\d{11})$/.test(code)) {
    return 'Mã số thuế: thiếu chữ số, có thể số 0 ở đầu đã mất vì ô ở dạng số; hãy để ô ở dạng văn bản và nhập đủ 10 chữ số.';
  }
  if (!/^\d{10}(-\d{3})?$/.test(code)) {
    return (
      'Mã số thuế: phải có 10 chữ số, thêm dấu gạch và 3 chữ số nếu là chi nhánh (0123456789-001),' +
      ' hoặc 12 chữ số nếu là số định danh của hộ kinh doanh.'
    );
  }
  if (!checked(code)) {
    return 'Mã số thuế: chữ số kiểm tra (chữ số thứ 10) không đúng.';
  }
  return code.endsWith('-000') ? 'Mã số thuế: số thứ tự của chi nhánh phải từ 001 đến 999.' : null;
}

/**
 * What an officer should look at, in the words of the server; null if nothing.
 *
 * @param {string} code
 */
export function taxCodeWarning(code) {
  return personal(code)
    ? 'Mã số thuế là số định danh cá nhân 12 chữ số của hộ kinh doanh: hệ thống không kiểm tra được, hãy đối chiếu với giấy tờ.'
    : null;
}

/** @param {string} code */
function personal(code) {
  return /^\d{12}$/.test(code);
}

/** @param {string} code */
function checked(code) {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return 10 - (sum % 11) === Number(code[9]);
}
