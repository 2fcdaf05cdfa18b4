import type { Extensions } from "@tiptap/core";
import { AuthorshipMarks } from "./authorship-marks";
import { ClauseLocks } from "./clause-locks";
import { CommentAnchors } from "./comment-anchors";
import { FindInText } from "./find-in-text";
import { Paste } from "./paste/paste";
import { RoomGuard } from "./room-guard";
import { Shortcuts } from "./shortcuts";
import { StructureMarks } from "./structure-marks";
import { TermMarks } from "./term-marks";

/** What only the editor in the browser has: it changes how the text is shown and handled, not what a document is made of. */
export const viewExtensions: Extensions = [RoomGuard, CommentAnchors, Paste, FindInText, Shortcuts, ClauseLocks, StructureMarks, TermMarks, AuthorshipMarks];
