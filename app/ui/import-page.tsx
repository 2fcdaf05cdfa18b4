import { columnRoles, roleNames, type Mapping } from "~/domain/evaluation/import-rows";
import { importStateNames, type ImportState } from "~/domain/evaluation/import-stages";
import { Button, ButtonLink } from "./button";
import { When } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Field, Select } from "./field";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { errorAt, errorsOf, type RefusedForm } from "./refused-form";
import { Table } from "./table";

type Moment = Date | string;
type Series = readonly { series: string; periods: readonly string[] }[];
type Named = readonly { id: string; name: string }[];

export type ImportOnPage = {
  now: Moment;
  timeZone: string;
  found: {
    id: string;
    number: number;
    fileName: string;
    fileHash: string;
    state: ImportState;
    header: readonly string[];
    rowsTotal: number;
    rowsDone: number;
    releasePending: boolean;
    stagedAt: Moment;
    undoneAt: Moment | null;
    agreement: { id: string; title: string };
    importedBy: { name: string; organization: { name: string } };
    undoneBy: { name: string } | null;
    notes: { problems?: readonly { row: number; problem: string }[]; problemCount?: number; gaps?: Series; outliers?: Series };
  };
  mapping: Mapping;
  rows: readonly { at: number; values: readonly string[]; problem: string | null }[];
  measures: Named;
  agencies: Named;
  mayImport: boolean;
};

/** One import, from naming its columns to its end. */
export function ImportPage({ page, refused }: { page: ImportOnPage; refused?: RefusedForm }) {
  const { found, timeZone, now, mayImport } = page;
  const path = `/evaluation/imports/${found.id}`;
  const { problems = [], problemCount = 0, gaps = [], outliers = [] } = found.notes;
  return (
    <>
      <KeyFacts
        facts={[
          { term: "State", fact: <strong>{found.state === "done" && found.releasePending ? "Imported; deciding what may be shown" : importStateNames[found.state]}</strong> },
          { term: "Data version", fact: String(found.number) },
          { term: "Agreement", fact: <a href={`/evaluation/agreements/${found.agreement.id}`}>{found.agreement.title}</a> },
          { term: "Brought in by", fact: <>{`${found.importedBy.name}, ${found.importedBy.organization.name}, `}<When at={found.stagedAt} timeZone={timeZone} now={now} /></> },
          { term: "Rows", fact: found.rowsTotal.toLocaleString("en-US") },
          ...(found.undoneAt ? [{ term: "Undone", fact: <>{`${found.undoneBy?.name ?? ""}, `}<When at={found.undoneAt} timeZone={timeZone} now={now} /></> }] : []),
          { term: "SHA-256 of the file", fact: <code className="hash">{found.fileHash}</code> },
        ]}
      />
      {found.state === "running" && (
        <section className="section" aria-label="Progress">
          <p>
            <label htmlFor="progress">{`${found.rowsDone.toLocaleString("en-US")} of ${found.rowsTotal.toLocaleString("en-US")} rows are stored. All rows are checked before the first is stored. This page reads itself again every few seconds.`}</label>
          </p>
          <progress id="progress" max={found.rowsTotal} value={found.rowsDone} />
        </section>
      )}
      {found.state === "staged" && mayImport && <ColumnForm page={page} refused={refused} />}
      {problemCount > 0 && (
        <section className="section" aria-labelledby="to-mend">
          <SectionHead title={problemCount === 1 ? "One row needs mending" : `${problemCount.toLocaleString("en-US")} rows need mending`} id="to-mend" />
          <p className="prose">Nothing of this file was kept. Mend these rows in the file and import it again.</p>
          <Table caption="Rows to mend" hideCaption rows={problems} rowKey={({ row }) => String(row)} columns={[{ title: "Row", number: true, heading: true, cell: ({ row }) => row }, { title: "What is wrong, and what to do", cell: ({ problem }) => problem }]} />
          {problems.length < problemCount && <p className="quiet">{`These are the first ${problems.length}.`}</p>}
        </section>
      )}
      {found.state === "done" && <Notes title="Periods that are missing" series={gaps} none="No period is missing between the first and the last of a series." />}
      {found.state === "done" && outliers.length > 0 && <Notes title="Figures far from the others" series={outliers} none="" />}
      {mayImport && (
        <div className="row actions-below">
          {(found.state === "staged" || found.state === "running") && <form method="post" action={`${path}/cancellation`}><Button look="secondary">Cancel this import</Button></form>}
          {found.state === "done" && <form method="post" action={`${path}/undoing`}><Button look="secondary">Undo this import</Button></form>}
          <ButtonLink look="secondary" href="/evaluation/data">All data</ButtonLink>
        </div>
      )}
    </>
  );
}

function Notes({ title, series, none }: { title: string; series: Series; none: string }) {
  return (
    <section className="section" aria-label={title}>
      <SectionHead title={title} />
      {series.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <p className="quiet">Shown, not repaired. Check them at the source.</p>
          <ul>
            {series.map(({ series: name, periods }) => (
              <li key={name}>{`${name}: ${periods.join(", ")}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ColumnForm({ page: { found, mapping, rows, measures, agencies }, refused }: { page: ImportOnPage; refused?: RefusedForm }) {
  const path = `/evaluation/imports/${found.id}`;
  const faults = rows.filter(({ problem }) => problem).length;
  const sent = refused?.values.roles;
  const roles = Array.isArray(sent) ? sent.map(String) : mapping.roles;
  const start = (field: "measureId" | "organizationId" | "breakdown") => String(refused?.values[field] ?? mapping[field]);
  return (
    <>
      <section className="section" aria-labelledby="columns">
        <SectionHead title="What is in each column?" id="columns" />
        <form method="post" action={path} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          {found.header.map((column, at) => (
            <Select key={column} label={column} name="roles" id={`roles-${at}`} required defaultValue={roles[at] ?? "leave"} error={errorAt(refused, `roles-${at}`)} options={columnRoles.map((role) => ({ value: role, label: roleNames[role] }))} />
          ))}
          <Select label="Measure of all rows" name="measureId" defaultValue={start("measureId")} error={errorAt(refused, "measureId")} hint="Where no column names it. Only measures of the agreement." options={[{ value: "", label: "A column names it" }, ...measures.map(({ id, name }) => ({ value: id, label: name }))]} />
          <Select label="Agency of all rows" name="organizationId" defaultValue={start("organizationId")} error={errorAt(refused, "organizationId")} hint="Where no column names it." options={[{ value: "", label: "A column names it" }, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]} />
          <Field label="What the groups break down by" name="breakdown" defaultValue={start("breakdown")} error={errorAt(refused, "breakdown")} hint="Where no column names it, such as race." />
          <div className="row">
            <Button>Import the rows</Button>
            <Button look="secondary" formMethod="get" formAction={path}>Check the preview again</Button>
          </div>
        </form>
      </section>
      <section className="section" aria-labelledby="preview">
        <SectionHead title="The first rows, read so" id="preview" />
        {faults > 0 ? <NoticeLine kind="warning">{faults === 1 ? "One of them cannot be read." : `${faults} of them cannot be read.`}</NoticeLine> : <NoticeLine kind="success">All of them can be read.</NoticeLine>}
        <Table
          caption="The first rows"
          hideCaption
          rows={rows}
          rowKey={({ at }) => String(at)}
          columns={[{ title: "Row", number: true, heading: true, cell: ({ at }) => at }, { title: "Problem", cell: ({ problem }) => problem ?? "None" }, ...found.header.map((column, index) => ({ title: column, cell: ({ values }: { values: readonly string[] }) => values[index] ?? "" }))]}
        />
      </section>
    </>
  );
}
