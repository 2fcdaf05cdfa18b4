import type { SuggestionAuthor } from "~/domain/drafting/suggestions";
import { GroupShape } from "./group-mark";

/** Who made a suggestion: the name, the organization, and the shape of the group in its colour. */
export function SuggestionWho({ author }: { author: SuggestionAuthor }) {
  return (
    <span className="suggestion-who">
      {author.face && <GroupShape group={author.face} />}
      <strong>{author.name}</strong>
      {author.organization && <span className="quiet">{author.organization}</span>}
    </span>
  );
}
