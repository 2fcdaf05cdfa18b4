-- Search: words by their stems and beginnings, titles also when they are mistyped. The expressions are those of app/store/search.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "Document_words" ON "Document" USING gin (to_tsvector('english', "number" || ' ' || "title" || ' ' || "topic"));
CREATE INDEX "Document_letters" ON "Document" USING gin ("title" gin_trgm_ops);
CREATE INDEX "Proposal_words" ON "Proposal" USING gin (to_tsvector('english', "title" || ' ' || "why" || ' ' || "affected" || ' ' || "evidence"));
CREATE INDEX "Proposal_letters" ON "Proposal" USING gin ("title" gin_trgm_ops);
CREATE INDEX "Comment_words" ON "Comment" USING gin (to_tsvector('english', "body"));
CREATE INDEX "Decision_words" ON "Decision" USING gin (to_tsvector('english', "reasons"));
CREATE INDEX "FrozenText_words" ON "FrozenText" USING gin (to_tsvector('english', jsonb_path_query_array("content", 'strict $.** ? (@.type == "text").text')));
