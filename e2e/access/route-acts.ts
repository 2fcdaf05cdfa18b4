import type { RouteActs } from "./attempts";
import { crosswalkActs } from "./crosswalk-acts";
import { decisionActs } from "./decision-acts";
import { evaluationActs } from "./evaluation-acts";
import { fieldActs } from "./field-acts";
import { findingActs } from "./finding-acts";
import { libraryActs } from "./library-acts";
import { ownActs } from "./own-acts";
import { programActs } from "./program-acts";
import { proposalActs } from "./proposal-acts";
import { textActs } from "./text-acts";
import { trainingActs } from "./training-acts";
import { voteActs } from "./vote-acts";

/** Which act each address of the workplace asks for. A route that is not here fails the matrix. */
export const routeActs: Record<string, RouteActs> = {
  ...ownActs,
  ...libraryActs,
  ...textActs,
  ...proposalActs,
  ...voteActs,
  ...decisionActs,
  ...programActs,
  ...crosswalkActs,
  ...evaluationActs,
  ...fieldActs,
  ...findingActs,
  ...trainingActs,
};
