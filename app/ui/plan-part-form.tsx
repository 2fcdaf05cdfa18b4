import type { Column, Source } from "~/domain/evaluation/plan-columns";
import { planPartsSpec, type PartName, type Row } from "~/domain/evaluation/plan-parts";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { Field, Select, TextArea } from "./field";
import { errorAt, errorsOf, type RefusedForm } from "./refused-form";

export type Offered = Record<Source, readonly { id: string; name: string }[]>;
type Props = { plan: { id: string; partsVersion: number }; part: PartName; rows: readonly Row[]; offered: Offered; refused?: RefusedForm };

const spareRows = 3;

/** All rows of a part in one form, with a few empty ones below. Saving again brings more. */
export function PlanPartForm({ plan, part, rows, offered, refused }: Props) {
  const spec = planPartsSpec[part];
  const sent = typedRows(spec.columns, refused);
  const shown: readonly Partial<Row>[] = sent ?? (spec.single ? [rows[0] ?? {}] : [...rows, ...Array.from({ length: spareRows }, () => ({}))]);
  return (
    <form method="post" action={`/evaluation/plans/${plan.id}/parts/${part}`} className="form" noValidate>
      <ErrorSummary errors={errorsOf(refused)} />
      <input type="hidden" name="version" value={plan.partsVersion} />
      {shown.map((row, at) => (
        <fieldset key={at} className="plan-row">
          <legend className={spec.single ? "visually-hidden" : "field-label"}>{spec.single ? spec.title : row.id ? `Row ${row.id}` : "New row"}</legend>
          <input type="hidden" name="id" value={row.id ?? ""} />
          <div className="plan-row-fields">
            {spec.columns.map((column) => (
              <Cell key={column.name} column={column} at={at} value={row[column.name] ?? ""} offered={offered} error={errorAt(refused, `${column.name}-${at}`)} />
            ))}
          </div>
        </fieldset>
      ))}
      {!spec.single && <p className="quiet small">To take a row out, empty it. To get more empty rows, save.</p>}
      <div className="row">
        <Button>{`Save: ${spec.title.toLowerCase()}`}</Button>
        <ButtonLink look="secondary" href={`/evaluation/plans/${plan.id}`}>Back to the plan</ButtonLink>
      </div>
    </form>
  );
}

function Cell({ column, at, value, offered, error }: { column: Column; at: number; value: string; offered: Offered; error?: string }) {
  const common = { label: column.label, name: column.name, id: `${column.name}-${at}`, defaultValue: value, error, hint: column.hint, required: true };
  if (column.kind === "text") return <TextArea {...common} rows={2} required={false} />;
  if (column.kind === "choice") return <Select {...common} options={Object.entries(column.choices).map(([key, label]) => ({ value: key, label }))} />;
  if (column.kind === "from") return <Select {...common} required={false} options={[{ value: "", label: "None" }, ...offered[column.source].map(({ id, name }) => ({ value: id, label: name }))]} />;
  return <Field {...common} required={false} {...(column.kind === "day" ? { type: "date" } : {})} />;
}

/** What came back with a refusal, row by row. */
function typedRows(columns: readonly Column[], refused?: RefusedForm): Row[] | null {
  const ids = refused?.values.id;
  if (!Array.isArray(ids)) return null;
  const at = (name: string, row: number) => {
    const list = refused?.values[name];
    return Array.isArray(list) ? String(list[row] ?? "") : "";
  };
  return ids.map((id, row) => Object.fromEntries([["id", String(id)], ...columns.map(({ name }) => [name, at(name, row)])]) as Row);
}
