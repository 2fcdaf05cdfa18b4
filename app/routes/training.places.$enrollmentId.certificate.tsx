import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { issueCertificate } from "~/commands/training/issue-certificate.server";
import { fileOf } from "~/editor/export/file-of.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { ownAddress } from "~/http/redirect.server";
import { certificateFacts } from "~/queries/training/course-pages.server";
import { certificateText } from "~/ui/certificate-text";

/** The certificate as a file, for the organization of whom it names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const facts = found(await certificateFacts(await personOf(request), { enrollmentId: params.enrollmentId ?? "" }));
  return exportFile(await fileOf(certificateText(facts, ownAddress("/library/certificates")), "pdf"));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  await formOf(request);
  const { courseId } = found(await issueCertificate(actor, { enrollmentId: params.enrollmentId ?? "" }));
  return seeOther(`/training/courses/${courseId}/people`);
}
