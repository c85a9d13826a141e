-- how much somebody has uploaded of late is asked at each upload
create index document_by_uploader on lienket.document (uploaded_by, uploaded_at);
