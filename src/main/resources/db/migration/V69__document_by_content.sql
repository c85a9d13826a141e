-- Whether the bytes of an uploaded file are known from another case.
create index document_by_content on lienket.document (sha256);
