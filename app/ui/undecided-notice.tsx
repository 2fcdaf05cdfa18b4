import { countInWords } from "~/domain/drafting/suggestions";
import { NoticeLine } from "./notice-line";

type Props = { undecided: { draftId: string; count: number } | null; toDo: string };

/** Says before the button what would refuse it: suggestions that nobody has decided. */
export function UndecidedNotice({ undecided, toDo }: Props) {
  if (!undecided || undecided.count === 0) return null;
  const one = undecided.count === 1;
  return (
    <NoticeLine kind="warning" title={`${countInWords(undecided.count)} ${one ? "is" : "are"} not decided yet.`}>
      {`Accept or reject ${one ? "it" : "each of them"}, then ${toDo}. `}
      <a href={`/drafts/${undecided.draftId}/suggestions`}>Decide the suggestions</a>
    </NoticeLine>
  );
}
