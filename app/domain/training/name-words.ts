const set = (words: string) => new Set(words.split(/\s+/));

/** Words that stand with a capital letter in a program and name no person. */
export const things = set(
  `A An And Are As Ask Asked At Be Before Call Center Centre CIT Clinician County Crisis Critical De-escalation Decision Department Did Dispatch Evening Everyone Facility Family First Good He Health Hold I ICAT If In It Keep
  Lead Let Making May Medication Mental Mobile Model More No Not Nobody Night Officer Officers Deputy Deputies Sergeant Sergeants Supervisors Dispatcher Dispatchers On One OK Patrol People Peer Police Practise Practice Receiving Say
  Sheriff She Slow Slowed Step Stay Supervisor Team Talk The Then They Time Two Use Wait Waited We What When Who Work You
  Day Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December
  English Spanish French German Arabic Chinese Mandarin Cantonese Vietnamese Korean Tagalog Somali Hmong Russian Ukrainian Portuguese Haitian Creole American Sign Language Deaf Autism Alzheimer
  Taser Narcan Naloxone Medicaid Medicare Memphis Veteran Veterans Hospital Emergency Lifeline EMS Miranda Constitution Force Policy Safety Priority Act Assess Collect Consider Identify Review Options Information`,
);

/** Given names that are common in the United States and are no word of a debrief (Social Security Administration, popular baby names by decade). */
export const givenNames = set(
  `James John Robert Michael William David Richard Joseph Thomas Charles Christopher Chris Daniel Matthew Anthony Steven Andrew Paul Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan
  Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy Walter Christian Keith Terry Juan Carlos Luis Jesus Miguel Tom
  Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Karen Sarah Lisa Nancy Sandra Betty Ashley Emily Kimberly Margaret Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Amy Kathleen Angela Shirley
  Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Maria Heather Diane Julie Joyce Victoria Kelly Lauren Christina Joan Evelyn Judith Olivia Andrea Hannah Megan Martha Sophia Mike Dave Jim Bob Joe`,
);
