/** Why nobody may write in a text for now, for pages, commands and sockets alike. */
export const textIsFrozen = "The text is frozen: it is out for public comment, or a vote or a decision on it is open.";
