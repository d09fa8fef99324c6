import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Allow, anyStaff, supplierMembers } from "../platform/policy.js";
import { countOpenOffers } from "./attempt.store.js";
import { readQueues } from "./read-queues.flow.js";
import { countOwed } from "./report.store.js";
import { loadSupplierSeq, memberOf } from "./supplier-reads.graphql.js";
import { countTickets } from "./ticket.store.js";

@ObjectType({ description: "What waits for staff; 0 where you may not read it. Counted to 1,000 at most." })
export class StaffQueues {
  @Field(() => Int, { description: "Number of the last move; live pages watch from here." })
  seq: number;

  @Field(() => Int, { description: "Supplier applications to review." })
  applications: number;

  @Field(() => Int, { description: "Proposed services and prices to decide." })
  proposedServices: number;

  @Field(() => Int, { description: "Inquiries that nobody answered: a person must ask others." })
  strandedInquiries: number;

  @Field(() => Int, { description: "Quotations a customer waits for." })
  quotationsToAnswer: number;

  @Field(() => Int, { description: "Quotations with a version that a second person has to look at." })
  quotationsToReview: number;
  @Field(() => Int, { description: "Suppliers' papers to verify." })
  certificatesToVerify: number;

  @Field(() => Int, { description: "Verified papers that end within 30 days." })
  certificatesExpiring: number;

  @Field(() => Int, { description: "Contracts to issue." })
  contractsToIssue: number;

  @Field(() => Int, { description: "Signed contracts to verify." })
  contractsToVerify: number;

  @Field(() => Int, { description: "Bank transfers to confirm." })
  paymentsToConfirm: number;

  @Field(() => Int, { description: "Money of the bank statement that names no order." })
  unidentifiedReceipts: number;

  @Field(() => Int, { description: "Payments that a channel told another amount of." })
  mismatchedPayments: number;

  @Field(() => Int, { description: "What suppliers say they took and their customers deny." })
  deniedCollections: number;

  @Field(() => Int, { description: "Credit that customers ask for in money." })
  creditPayouts: number;

  @Field(() => Int, { description: "Orders that wait for an auditor." })
  ordersToAudit: number;

  @Field(() => Int, { description: "Changes of orders that wait for an auditor." })
  amendmentsToAudit: number;

  @Field(() => Int, { description: "Requests of customers and suppliers to change an order, not answered yet." })
  changeRequests: number;

  @Field(() => Int, { description: "Refunds that customers asked for." })
  refundsToAnswer: number;

  @Field(() => Int, { description: "Agreed refunds to approve." })
  refundsToApprove: number;

  @Field(() => Int, { description: "Refunds of which a part did not arrive." })
  refundsToMend: number;

  @Field(() => Int, { description: "Tickets that nobody took: a person must choose." })
  needsHuman: number;

  @Field(() => Int, { description: "Progress reports to review." })
  reportsToReview: number;

  @Field(() => Int, { description: "Delivered work to approve." })
  workToApprove: number;

  @Field(() => Int, { description: "Deliveries that were given up." })
  deadLetters: number;
}

@ObjectType({ description: "What waits for your supplier." })
export class SupplierWork {
  @Field(() => Int, { description: "Number of the last move; live pages watch from here." })
  seq: number;

  @Field(() => Int, { description: "Offers to answer." })
  offers: number;

  @Field(() => Int, { description: "Tickets taken and not delivered." })
  active: number;

  @Field(() => Int, { description: "Tickets sent back." })
  rework: number;

  @Field(() => Int, { description: "Rejected milestones to report anew." })
  rejectedReports: number;
}

/** The counters of the member's supplier, in four statements. The number is read first: later moves are told again. */
export async function readSupplierWork(context: Context): Promise<SupplierWork> {
  const { supplierId } = memberOf(context);
  const { read } = context.platform.database;
  const seq = await loadSupplierSeq(context, supplierId);
  const tickets = await countTickets(read, ["ASSIGNED", "IN_PROGRESS", "REWORK"], supplierId);
  return {
    seq,
    offers: await countOpenOffers(read, supplierId, context.platform.clock.now()),
    active: (tickets.get("ASSIGNED") ?? 0) + (tickets.get("IN_PROGRESS") ?? 0),
    rework: tickets.get("REWORK") ?? 0,
    rejectedReports: await countOwed(read, supplierId),
  };
}

@Resolver()
export class QueuesResolver {
  @Allow(anyStaff)
  @Query(() => StaffQueues, { description: "What waits for staff." })
  staffQueues(@Ctx() { platform, viewer }: Context): Promise<StaffQueues> {
    return readQueues(platform, viewer);
  }

  @Allow(supplierMembers())
  @Query(() => SupplierWork, { description: "What waits for your supplier." })
  mySupplierWork(@Ctx() context: Context): Promise<SupplierWork> {
    return readSupplierWork(context);
  }
}
