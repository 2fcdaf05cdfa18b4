/** A mark as it is stored. */
export type DocumentMark = { type: string; attrs?: Record<string, unknown> };

/** A document or a part of one, as ProseMirror JSON: what is stored, hashed, compared and sent. */
export type DocumentNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  marks?: DocumentMark[];
  text?: string;
};
