import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { codeInWords, readCode } from "~/domain/training/codes";
import { sumInWords } from "~/domain/training/hours";
import { actorOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { certificateCheck } from "~/queries/training/course-pages.server";
import { Button } from "~/ui/button";
import { Day } from "~/ui/dates";
import { Field } from "~/ui/field";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead } from "~/ui/page-head";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Confirm a certificate - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const code = readCode(new URL(request.url).searchParams.get("code")?.slice(0, 40) ?? "");
  const { asked, found: certificate } = found(await certificateCheck(await actorOf(request), { code }));
  return { asked, certificate };
}

export default function ConfirmCertificate() {
  const { asked, certificate } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Confirm a certificate" lead="Enter the code that stands on the certificate. The answer names the course, the hours and the organization, never the person." />
      <form method="get" className="form">
        <Field label="Code" name="code" required autoComplete="off" defaultValue={codeInWords(asked)} />
        <Button>Confirm</Button>
      </form>
      {asked && !certificate && <p className="standing short" role="status">{`No certificate has the code ${codeInWords(asked)}. Look at it again, letter by letter.`}</p>}
      {certificate && (
        <section className="standing whole" role="status" aria-label="What the code confirms">
          <p>{`The certificate ${codeInWords(certificate.code)} is genuine.`}</p>
          <KeyFacts
            facts={[
              { term: "Program", fact: certificate.program.name },
              { term: "Course", fact: certificate.course.title },
              { term: "Hours", fact: sumInWords(certificate.course.minutes) },
              { term: "Held", fact: <><Day at={certificate.course.startsOn} timeZone={certificate.program.timeZone} />{certificate.course.endsOn !== certificate.course.startsOn && <> to <Day at={certificate.course.endsOn} timeZone={certificate.program.timeZone} /></>}</> },
              { term: "Organization", fact: certificate.organization },
              { term: "Issued", fact: <Day at={certificate.issuedAt} timeZone={certificate.program.timeZone} /> },
            ]}
          />
        </section>
      )}
    </>
  );
}
