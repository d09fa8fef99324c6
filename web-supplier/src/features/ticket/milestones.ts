/** Where one milestone of a ticket stands, as its supplier sees it. */
export type Stand = "DONE" | "IN_REVIEW" | "REJECTED" | "OPEN";

export type ReportFacts = {
  readonly id: string;
  readonly state: "SUBMITTED" | "APPROVED" | "REJECTED";
  readonly milestoneCode?: string | null;
  readonly reason?: string | null;
  readonly submittedAt: string;
};

export type MilestoneFacts = {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly minPhotos: number;
  readonly done: boolean;
};

type Reported = { readonly milestones: readonly MilestoneFacts[]; readonly reports: readonly ReportFacts[] };

/** Every milestone in the order of the work, with its stand; `reason` says why the last report came back. */
export function standsOf(ticket: Reported): (MilestoneFacts & { stand: Stand; reason: string | null })[] {
  return ticket.milestones.map((milestone) => {
    const last = newest(ticket.reports.filter((report) => report.milestoneCode === milestone.code));
    const stand = standOf(milestone, last);
    return { ...milestone, stand, reason: stand === "REJECTED" ? (last?.reason ?? null) : null };
  });
}

/** The milestone to report next: the first that came back, else the first that nobody has reported yet. */
export function nextMilestone(ticket: Reported): MilestoneFacts | undefined {
  const stands = standsOf(ticket);
  return stands.find(({ stand }) => stand === "REJECTED") ?? stands.find(({ stand }) => stand === "OPEN");
}

/** Whether the platform sent a report back that has not been posted anew: the work stands still until it is. */
export function hasRejected(ticket: Reported): boolean {
  return standsOf(ticket).some(({ stand }) => stand === "REJECTED");
}

function standOf(milestone: MilestoneFacts, last: ReportFacts | undefined): Stand {
  if (milestone.done) return "DONE";
  if (last?.state === "SUBMITTED") return "IN_REVIEW";
  return last?.state === "REJECTED" ? "REJECTED" : "OPEN";
}

function newest(reports: readonly ReportFacts[]): ReportFacts | undefined {
  return [...reports].sort((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt))[0];
}
