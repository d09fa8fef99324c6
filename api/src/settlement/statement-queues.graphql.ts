import { Ctx, FieldResolver, Int, Resolver } from "type-graphql";
import { StaffQueues } from "../fulfilment/queues.graphql.js";
import type { Context } from "../platform/context.js";
import { holds } from "../platform/viewer.js";
import { countDisputed, countStatements } from "./statement.store.js";

/** Queues are counted up to this; more is shown as "1000+". */
const CAP = 1_000;

/** What waits for staff about paying suppliers. */
@Resolver(() => StaffQueues)
export class StatementQueuesResolver {
  @FieldResolver(() => Int, { description: "Confirmed statements for a second person to approve." })
  async statementsToApprove(@Ctx() { platform, viewer }: Context): Promise<number> {
    return holds(viewer, "settlement.approve") ? countStatements(platform.database.read, ["CONFIRMED"], CAP) : 0;
  }

  @FieldResolver(() => Int, { description: "Approved statements to pay, and those that the bank sent back." })
  async statementsToPay(@Ctx() { platform, viewer }: Context): Promise<number> {
    return holds(viewer, "settlement.pay") ? countStatements(platform.database.read, ["APPROVED", "FAILED"], CAP) : 0;
  }

  @FieldResolver(() => Int, { description: "Statements with a line that its supplier disputes and nobody answered." })
  async statementsDisputed(@Ctx() { platform, viewer }: Context): Promise<number> {
    return holds(viewer, "settlement.manage") ? countDisputed(platform.database.read, CAP) : 0;
  }
}
