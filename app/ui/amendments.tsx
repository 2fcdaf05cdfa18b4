import { amendmentStateNames, type AmendmentState } from "~/domain/proposals/amendments";
import type { Span } from "~/editor/redline-words";
import { Button, ButtonLink } from "./button";
import { When } from "./dates";
import { GroupMark, type GroupFace } from "./group-mark";
import { Spans } from "./redline-blocks";

type Moment = Date | string;

export type AmendmentLine = {
  id: string;
  number: number;
  clause: string;
  spans: readonly Span[];
  why: string;
  state: AmendmentState;
  offeredAt: Moment;
  answer: string;
  answeredAt: Moment | null;
  author: { name: string; organization: { name: string; group: GroupFace } };
  answeredBy: { name: string } | null;
  promotedTo: { id: string; number: number; title: string } | null;
  may: { answer: boolean; promote: boolean; withdraw: boolean };
};

/** Other words that were offered for a proposal, how each was answered and what became of it. */
export function Amendments({ amendments, timeZone, now }: { amendments: readonly AmendmentLine[]; timeZone: string; now: Moment }) {
  return (
    <>
      {amendments.map((amendment) => (
        <article key={amendment.id} id={`amendment-${amendment.id}`} className="remark stack" aria-label={`Amendment ${amendment.number}`}>
          <p className="remark-head">
            <strong>{`Amendment ${amendment.number}`}</strong>
            <span>{`${amendment.clause ? `clause ${amendment.clause}, ` : ""}by ${amendment.author.name}, ${amendment.author.organization.name}`}</span>
            <GroupMark group={amendment.author.organization.group} />
            <span className="quiet">
              <When at={amendment.offeredAt} timeZone={timeZone} now={now} />
            </span>
          </p>
          <AmendedWords spans={amendment.spans} why={amendment.why} />
          <p>
            <strong>{`${amendmentStateNames[amendment.state]}.`}</strong>{" "}
            {amendment.answeredBy && amendment.answeredAt && (
              <span className="quiet">
                {amendment.answeredBy.name}, <When at={amendment.answeredAt} timeZone={timeZone} now={now} />
              </span>
            )}
          </p>
          {amendment.answer && <p className="said">{amendment.answer}</p>}
          {amendment.promotedTo && (
            <p>
              Became <a href={`/proposals/${amendment.promotedTo.id}`}>{`proposal ${amendment.promotedTo.number}, ${amendment.promotedTo.title}`}</a>
            </p>
          )}
          {(amendment.may.answer || amendment.may.promote || amendment.may.withdraw) && (
            <div className="row">
              {amendment.may.answer && <Step href={`/amendments/${amendment.id}/answer`} label="Accept or refuse" number={amendment.number} />}
              {amendment.may.promote && <Step href={`/amendments/${amendment.id}/proposal`} label="Make it a proposal of its own" number={amendment.number} />}
              {amendment.may.withdraw && (
                <form method="post" action={`/amendments/${amendment.id}/withdrawal`}>
                  <Button look="quiet">
                    Take it back<span className="visually-hidden">{`: amendment ${amendment.number}`}</span>
                  </Button>
                </form>
              )}
            </div>
          )}
        </article>
      ))}
    </>
  );
}

/** The words as they stand with the change in them, and why. */
export function AmendedWords({ spans, why }: { spans: readonly Span[]; why: string }) {
  return (
    <>
      <blockquote className="why said redline-text">
        <Spans spans={spans} />
      </blockquote>
      <p className="said">{why}</p>
    </>
  );
}

function Step({ href, label, number }: { href: string; label: string; number: number }) {
  return (
    <ButtonLink look="secondary" href={href}>
      {label}
      <span className="visually-hidden">{`: amendment ${number}`}</span>
    </ButtonLink>
  );
}
