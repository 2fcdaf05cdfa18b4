/** What came of a reply from Word, as it is kept in the records and shown. */
export type TakenReply = {
  replyId: string;
  fileName: string;
  fileHash: string;
  /** The version of the text that the file was made from. */
  version: number;
  suggestions: { author: string; words: string; where: string }[];
  comments: { author: string; body: string }[];
  unplaced: { what: string; where: string; why: string }[];
};

/** Of each list no more than this is kept. */
export const mostTold = 200;
