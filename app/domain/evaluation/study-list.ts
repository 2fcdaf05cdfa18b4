import type { StudyDirection } from "./study";

type Study = { title: string; year: number; design: string; n: string; direction: StudyDirection; result: string; limits: string; source: string; link: string };

/** Studies of the field whose figures were read at a source that is named, those that point either way. A program edits its own copy. */
export const fieldStudies: readonly Study[] = [
  {
    title: "Louisville, de-escalation training (Engel, Corsaro, Isaza, McManus)", year: 2022,
    design: "Stepped wedge: patrol divisions of one agency were trained in turn", n: "One agency, all patrol divisions", direction: "benefit",
    result: "Uses of force 28.1 percent lower, injuries of citizens 26.3 percent lower, injuries of officers 36.0 percent lower.",
    limits: "One study in one city; CrimeSolutions rates it effective, on one study.",
    source: "Criminology & Public Policy 21(2), 199-233; CrimeSolutions", link: "https://doi.org/10.1111/1745-9133.12574",
  },
  {
    title: "Louisville, what did not hold", year: 2023, design: "Account of the same study", n: "One agency", direction: "mixed",
    result: "Supervisors did not reinforce the training, what was learned faded, and the steps of the decision-making model faded fastest.", limits: "",
    source: "National Institute of Justice, article of August 18, 2023", link: "",
  },
  {
    title: "New Jersey, statewide training, surveys", year: 2025, design: "Surveys before, after, and at 6 and 12 to 14 months", n: "12,623 to 17,036 surveys", direction: "mixed",
    result: "Attitudes improved; a refresher may be needed.", limits: "Surveys of officers; nothing on what happens at the scene.",
    source: "National Policing Institute 2025; Policing 19, paaf003", link: "",
  },
  {
    title: "Compton and others, six agencies", year: 2014,
    design: "Comparison of trained and untrained officers", n: "180 officers, 6 agencies, 1,063 encounters", direction: "mixed",
    result: "Talking as the highest level of force more likely (odds ratio 2.00), referral or transport more likely (1.70), arrest less likely (0.47). The level of force was generally not predicted by training.",
    limits: "", source: "Psychiatric Services 2014, 201300108", link: "",
  },
  {
    title: "Taheri, meta-analysis", year: 2016, design: "Meta-analysis of studies of crisis intervention teams", n: "Studies with arrests and officer safety as outcomes", direction: "none",
    result: "No detectable effect on arrests (d = 0.180, p = 0.495) nor on officer safety (d = -0.301, p = 0.191).",
    limits: "", source: "Criminal Justice Policy Review 27(1)", link: "",
  },
  {
    title: "Rogers, McNiel, Binder, review", year: 2019, design: "Review of the literature", n: "Published studies of crisis intervention teams", direction: "mixed",
    result: "Benefits for officers and for diversion; little evidence on arrests, injuries and force.", limits: "", source: "Journal of the American Academy of Psychiatry and the Law, 2019", link: "",
  },
  {
    title: "Colorado, statewide reports", year: 2018, design: "Description of incident reports, without a comparison", n: "6,353 incidents", direction: "descriptive",
    result: "Special weapons teams and injuries in less than 1 percent of incidents each, arrests and force in less than 5 percent each.", limits: "No group to compare with.", source: "Psychiatric Services 69(2)", link: "",
  },
  {
    title: "Segmented against forty-hour training", year: 2016, design: "Comparison of two ways to teach the same hours", n: "47 and 32 officers", direction: "none",
    result: "Knowledge and attitudes were comparable after both.", limits: "Small groups; nothing on what happens at the scene.", source: "Journal of the American Academy of Psychiatry and the Law 44, 338", link: "",
  },
  {
    title: "Seattle, crisis reports", year: 2015, design: "Description of crisis reports over three months, without a comparison", n: "2,516 reports", direction: "descriptive",
    result: "Force in about 2 percent of contacts, 80 percent of it at the lowest level.", limits: "No group to compare with.", source: "Monitor's fifth systemic assessment", link: "",
  },
  {
    title: "Florida, police and corrections officers", year: 2014, design: "The same officers before, right after, and one month later", n: "179 police and 100 corrections officers", direction: "mixed",
    result: "Gains right after the training; self-efficacy and de-escalation had faded after one month.", limits: "", source: "Criminal Justice Policy Review, 0887403414554997", link: "",
  },
  {
    title: "Compton and others, what the training works through", year: 2022, design: "Structural equation model of trained and other officers", n: "251 trained officers, 335 others", direction: "mixed",
    result: "Self-efficacy, not stigma, drives de-escalation and referral.", limits: "", source: "International Journal of Law and Psychiatry 83", link: "",
  },
];
