import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { charterVersionPage } from "~/queries/programs/charter-page.server";
import { CharterText } from "~/ui/charter-text";
import { Day } from "~/ui/dates";
import { PageHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Charter version ${data?.version ?? ""} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await charterVersionPage(await personOf(request), { version: /^\d{1,6}$/.test(params.version ?? "") ? Number(params.version) : Number.NaN }), request);
}

export default function CharterVersion() {
  const { program, version, adoptedAt, sections } = useLoaderData<typeof loader>();
  return (
    <>
      <ProgramNav current="/charter" />
      <PageHead title={`Charter version ${version}`} above={<a href="/charter">Charter</a>} lead={<>Since <Day at={adoptedAt} timeZone={program.timeZone} />. Votes that were opened under this version are counted by it, whatever came after.</>} />
      <CharterText sections={sections} />
    </>
  );
}
