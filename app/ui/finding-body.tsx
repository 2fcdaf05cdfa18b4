import type { Analysis } from "~/domain/evaluation/analysis";
import { effectInWords, resultNames, sectionNames, stanceNames, type FindingContent, type FindingSection, type Stance } from "~/domain/evaluation/finding";
import type { StoredAnalysis } from "~/domain/evaluation/finding-result";
import { methodOf } from "~/domain/evaluation/methods";
import { inWords, pInWords } from "~/domain/evaluation/number-words";
import { FindingChart } from "./finding-chart";
import { KeyFacts } from "./key-facts";
import { SectionHead } from "./page-head";
import { Table } from "./table";

type FindingBodyProps = {
  content: FindingContent;
  analysis: StoredAnalysis | null;
  /** Where script and data lie. */
  files: string;
  /** Where the definition of the measure can be read. */
  definition?: string;
};

/** What a finding says: the answer with its interval, the picture, and what it does not show. Of benefit, none and harm alike. */
export function FindingBody({ content, analysis, files, definition }: FindingBodyProps) {
  const effect = effectInWords(content);
  return (
    <>
      <section className="section finding-answer" id="answer" aria-label={sectionNames.answer}>
        <p className="finding-sentence">{content.answer || "The answer is not written yet."}</p>
        <KeyFacts
          inLine
          facts={[
            { term: "Result", fact: content.answer || analysis ? resultNames[content.result] : "not said yet" },
            ...(effect ? [{ term: content.effectName || "Effect", fact: effect }] : []),
            { term: "Rests on", fact: content.n ? `${Number(content.n).toLocaleString("en-US")} ${content.nUnit}` : "not said yet" },
          ]}
        />
      </section>
      {analysis?.chart && <FindingChart chart={analysis.chart} title={analysis.measureName} reading={analysis.analysis.reading} csv={`${files}/data.csv`} definition={definition ? { href: definition, label: `How ${analysis.measureName} is defined (version ${analysis.measureVersion})` } : undefined} />}
      <Words section="notShown" content={content} />
      <Words section="limits" content={content} />
      <Words section="wentWrong" content={content} empty="Nothing is reported." />
      <Words section="design" content={content} />
      <section className="section" aria-labelledby="method">
        <SectionHead title={sectionNames.method} id="method" />
        {content.method && <Prose text={content.method} />}
        {analysis ? <Method analysis={analysis} files={files} /> : <p className="quiet">No analysis is linked yet.</p>}
      </section>
    </>
  );
}

function Words({ section, content, empty }: { section: Extract<FindingSection, keyof FindingContent>; content: FindingContent; empty?: string }) {
  return (
    <section className="section" aria-labelledby={section}>
      <SectionHead title={sectionNames[section]} id={section} />
      {content[section] ? <Prose text={content[section]} /> : <p className="quiet">{empty ?? "Not written yet."}</p>}
    </section>
  );
}

export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

function Method({ analysis: { analysis, request, leftOut, measureName, measureVersion, planVersion, dataVersion, codeVersion }, files }: { analysis: StoredAnalysis; files: string }) {
  return (
    <>
      <p className="prose">{`${methodOf(request.method).name} of ${measureName} (version ${measureVersion} of the measure). Plan version ${planVersion}, data version ${dataVersion}, calculations version ${codeVersion}.`}</p>
      {leftOut.length > 0 && <p className="prose">{`Left out, because their counts are too small to show or missing: ${leftOut.join(", ")}.`}</p>}
      <h3>What it takes for granted</h3>
      <ul className="assumptions">
        {analysis.assumptions.map(({ id, verdict, sentence }) => (
          <li key={`${id}${sentence}`}>
            <strong>{verdict === "warning" ? "Take care: " : "Holds: "}</strong>
            {sentence}
          </li>
        ))}
      </ul>
      <Table caption="Exact figures" rows={analysis.figures} rowKey={({ label }) => label} columns={[{ title: "Figure", heading: true, cell: ({ label }) => label }, { title: "Value", number: true, cell: figureOf }]} />
      <p className="row files">
        <a href={`${files}/analysis.zip`} download>Everything in one file (R script, data, codebook)</a>
        <a href={`${files}/analysis.R`} download>R script</a>
        <a href={`${files}/data.csv`} download>Data as CSV</a>
      </p>
    </>
  );
}

function figureOf({ value, kind }: Analysis["figures"][number]): string {
  if (value === null) return "not estimated";
  return kind === "p" ? pInWords(value) : kind === "percent" ? `${inWords(100 * value)}%` : inWords(value);
}

/** In the place of what a retracted finding said. */
export function Tombstone() {
  return <p className="prose">What this finding said is no longer shown here. The reason for its retraction stands above, and its address stays.</p>;
}

export type DialogueComment = { section: FindingSection; organization: string; body: string; reply: string; corrected: boolean };

/** What the agencies say to a finding, printed beside it. */
export function AgencyAnswers({ agencies }: { agencies: readonly { name: string; stance: Stance | null; response: string }[] }) {
  return (
    <section className="section" aria-labelledby="agencies">
      <SectionHead title="What the agencies say" id="agencies" />
      {agencies.map(({ name, stance, response }) => (
        <div key={name} className="agency-answer" data-stance={stance ?? "silent"}>
          <p className="needs-what">{`${name}: ${stance ? stanceNames[stance].toLowerCase() : "no answer"}`}</p>
          {response && <Prose text={response} />}
        </div>
      ))}
    </section>
  );
}
