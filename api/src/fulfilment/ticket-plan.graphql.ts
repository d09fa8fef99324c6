import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { InstalmentNature } from "../catalogue/product.js";
import { InstalmentNatureEnum } from "../catalogue/version.graphql.js";
import type { Fen } from "../kernel/money.js";
import { loadOrderLines } from "../orders/order-fields.graphql.js";
import { InstalmentStateEnum, loadInstalments } from "../payments/instalment.graphql.js";
import { collectable, openAmount } from "../payments/instalment.js";
import {
  type ConcerningPart,
  type PlanConcern,
  planConcerns,
  planForSupplier,
  type ToldState,
} from "../payments/plan-for-supplier.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { SupplierTicket } from "./supplier-ticket.graphql.js";
import type { SupplierTicketView } from "./supplier-view.js";

const PlanConcernEnum = enumOf(planConcerns);
registerEnumType(PlanConcernEnum, {
  name: "PlanConcern",
  description: "Why a part of a customer's plan concerns your work: it waits for it, or what of it makes it due.",
});

@ObjectType({ description: "A part of the customer's plan that concerns your work. No amount is told." })
class TicketPlanPart implements ConcerningPart {
  @Field(() => PlanConcernEnum, { description: "Why it concerns your work." })
  concern: PlanConcern;

  @Field(() => InstalmentNatureEnum, { description: "What kind of payment it is." })
  nature: InstalmentNature;

  @Field(() => InstalmentStateEnum, { description: "How it stands: PLANNED, DUE, OVERDUE or PAID." })
  state: ToldState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it is due, where that is known and not over." })
  dueAt: number | null;

  @Field(() => Int, { nullable: true, description: "How many days after the last acceptance it falls due." })
  afterDays: number | null;

  @Field(() => String, { nullable: true, description: "Which of your milestones makes it due." })
  milestoneName: string | null;

  @Field(() => Boolean, { description: "Whether your work may not begin while it is open or late." })
  holdsWork: boolean;
}

@Resolver(() => SupplierTicket)
export class TicketPlanResolver {
  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What the plan asks you to collect from the customer now; null when it asks nothing of suppliers.",
  })
  async toCollect(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<Fen | null> {
    if (!ticket.mine) return null;
    const asked = collectable(await loadInstalments(context, ticket.orderId));
    return asked?.collector === "SUPPLIER" ? openAmount(asked) : null;
  }

  @FieldResolver(() => [TicketPlanPart], {
    description: "What of the customer's plan concerns this work, in the plan's order; nothing until it is yours.",
  })
  async planParts(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<TicketPlanPart[]> {
    if (!ticket.mine) return [];
    const line = (await loadOrderLines(context, ticket.orderId)).find(({ id }) => id === ticket.orderComponentId);
    return line ? planForSupplier(await loadInstalments(context, ticket.orderId), line) : [];
  }
}
