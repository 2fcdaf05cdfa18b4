import { CircleCheck, CircleX } from "lucide-react";
import { useId } from "react";
import { conditionsInWords } from "~/domain/voting/conditions";
import type { GroupTally, Part, Tally } from "~/domain/voting/tally";
import { groupClass, GroupShape, type GroupFace } from "./group-mark";
import { Table, type Column } from "./table";

export type TallyProps = {
  tally: Tally;
  /** The face of each group, by group id. */
  faces: Readonly<Record<string, GroupFace>>;
  /** What is not met, in sentences; the charter's own words unless you bring others. */
  conditions?: readonly string[];
};

type Words = { share: string; consent: string; object: string };
const ofConsent: Words = { share: "consent", consent: "Consent", object: "Object" };
const ofAgreement: Words = { share: "agree", consent: "Agree", object: "Disagree or block" };

export function TallyView({ tally, faces, conditions = conditionsInWords(tally) }: TallyProps) {
  const words = tally.agreement ? ofAgreement : ofConsent;
  const pattern = `hatch-${useId().replace(/:/g, "")}`;
  return (
    <div className="tally">
      <Conditions conditions={conditions} />
      <div className="tally-groups">
        <Bar name="All votes" part={tally.overall} words={words} pattern={pattern} />
        {tally.groups.map((group) => (
          <Bar key={group.id} name={group.name} part={group} words={words} face={faces[group.id]} required={group.required} pattern={`${pattern}-${group.id}`} />
        ))}
      </div>
      {tally.cappedOrganizations.map(({ organizationId, note }) => (
        <p key={organizationId} className="quiet">
          {note}
        </p>
      ))}
      <details className="tally-numbers">
        <summary>The numbers as a table</summary>
        <Numbers tally={tally} words={words} />
      </details>
    </div>
  );
}

function Conditions({ conditions }: { conditions: readonly string[] }) {
  return (
    <ul className="tally-conditions" role="list">
      {conditions.length === 0 && (
        <li className="condition">
          <CircleCheck size={18} aria-hidden="true" />
          <span>Every condition of the charter is met</span>
        </li>
      )}
      {conditions.map((condition) => (
        <li key={condition} className="condition unmet">
          <CircleX size={18} aria-hidden="true" />
          <span>
            <span className="visually-hidden">Not met: </span>
            {condition}
          </span>
        </li>
      ))}
    </ul>
  );
}

type BarProps = { name: string; part: Part & { withheld?: true }; words: Words; face?: GroupFace; required?: boolean; pattern: string };

function Bar({ name, part, words, face, required = true, pattern }: BarProps) {
  const consent = asNumber(part.capped.consentPercent);
  const needed = asNumber(part.threshold.needed) ?? 0;
  if (part.withheld) return <Withheld name={name} part={part} face={face} required={required} />;
  return (
    <div className="tally-group">
      <div className="tally-head">
        <span className="tally-name">
          {face && <GroupShape group={face} />} {name}
          {!required && <span className="quiet small"> (not required)</span>}
        </span>
        <span className={required && !part.threshold.met ? "tally-unmet" : undefined}>
          {part.capped.consentPercent ? `${part.capped.consentPercent} ${words.share}` : "No votes for or against"}
        </span>
      </div>
      <svg className={`tally-bar ${face ? groupClass(face.colour) : ""}`} width="100%" height="32" aria-hidden="true" focusable="false">
        <defs>
          <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="tally-hatch" x1="1" y1="0" x2="1" y2="6" />
          </pattern>
        </defs>
        <rect className="tally-ground" width="100%" height="14" y="1" />
        {consent !== null && <rect className="tally-against" x={`${consent}%`} width={`${100 - consent}%`} height="14" y="1" fill={`url(#${pattern})`} />}
        {consent !== null && <rect className="tally-for" width={`${consent}%`} height="14" y="1" />}
        {needed > 0 && <Threshold needed={needed} label={`needs ${part.threshold.needed}`} />}
      </svg>
      <p className="quiet small">
        {`${words.consent} ${part.consent}, ${words.object.toLowerCase()} ${part.object}, abstain ${part.abstain}. `}
        {isCapped(part) && `Counted as ${[part.capped.consent, part.capped.object, part.capped.abstain].map(inDecimals).join(", ")} by the cap on organizations. `}
        <span className={required && !part.quorum.met ? "tally-unmet" : undefined}>
          {`${part.voted} of ${part.seats} seats voted, quorum ${part.quorum.needed}.`}
        </span>
      </p>
    </div>
  );
}

/** A group of a secret ballot in which too few voted to show how. */
function Withheld({ name, part, face, required }: Omit<BarProps, "pattern" | "words">) {
  return (
    <div className="tally-group">
      <div className="tally-head">
        <span className="tally-name">
          {face && <GroupShape group={face} />} {name}
          {!required && <span className="quiet small"> (not required)</span>}
        </span>
        {required && <span className={part.threshold.met ? undefined : "tally-unmet"}>{part.threshold.met ? "Agreed" : "Did not agree"}</span>}
      </div>
      <p className="quiet small">{`${part.voted} of ${part.seats} seats voted, quorum ${part.quorum.needed}. How they voted is not shown, because so few votes would tell who chose what.`}</p>
    </div>
  );
}

function Threshold({ needed, label }: { needed: number; label: string }) {
  const side = needed > 80 ? "end" : needed < 20 ? "start" : "middle";
  return (
    <>
      <line className="tally-gap" x1={`${needed}%`} x2={`${needed}%`} y1="0" y2="16" />
      <line className="tally-threshold" x1={`${needed}%`} x2={`${needed}%`} y1="0" y2="19" />
      <text className="tally-label" x={`${needed}%`} y="31" textAnchor={side}>
        {label}
      </text>
    </>
  );
}

type Line = { id: string; name: string; part: Part & { withheld?: true }; required: boolean };

const columns = (words: Words, capped: boolean): readonly Column<Line>[] => [
  { title: "Group", heading: true, cell: ({ name }) => name },
  { title: "Seats", number: true, cell: ({ part }) => part.seats },
  { title: "Voted", number: true, cell: ({ part }) => part.voted },
  { title: "Quorum", number: true, cell: ({ part }) => part.quorum.needed },
  { title: words.consent, number: true, cell: ({ part }) => shown(part, part.consent) },
  { title: words.object, number: true, cell: ({ part }) => shown(part, part.object) },
  { title: "Abstain", number: true, cell: ({ part }) => shown(part, part.abstain) },
  ...(capped
    ? ([["consent", words.consent], ["object", words.object], ["abstain", "Abstain"]] as const).map(([of, name]) => ({ title: `${name}, as counted`, number: true, cell: ({ part }: Line) => shown(part, inDecimals(part.capped[of])) }))
    : []),
  { title: "Share as counted", number: true, cell: ({ part }) => shown(part, part.capped.consentPercent ?? "none") },
  { title: "Needs", number: true, cell: ({ part }) => part.threshold.needed },
  { title: "Met", cell: ({ part, required }) => (part.quorum.met && part.threshold.met ? "Yes" : required ? "No" : "No, not required") },
];

function shown(part: Line["part"], number: number | string): number | string {
  return part.withheld ? "not shown" : number;
}

function Numbers({ tally, words }: { tally: Tally; words: Words }) {
  const lines: Line[] = [
    { id: "all", name: "All votes", part: tally.overall, required: true },
    ...tally.groups.map((group: GroupTally) => ({ id: group.id, name: group.name, part: group, required: group.required })),
  ];
  return <Table caption="Votes by group" columns={columns(words, tally.cappedOrganizations.length > 0)} rows={lines} rowKey={({ id }) => id} />;
}

function isCapped({ raw, capped }: Part): boolean {
  return raw.consent !== capped.consent || raw.object !== capped.object || raw.abstain !== capped.abstain;
}

/** "7/3" as "2.33": votes of a capped organization count in exact parts. */
function inDecimals(fraction: string): string {
  const [of = "0", outOf = "1"] = fraction.split("/");
  return String(Number((Number(of) / Number(outOf)).toFixed(2)));
}

function asNumber(percent: string | null): number | null {
  return percent === null ? null : Number.parseFloat(percent);
}
