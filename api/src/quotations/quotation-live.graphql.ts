import { GraphQLError } from "graphql";
import { Arg, Ctx, Field, ID, Int, ObjectType, Resolver, Subscription } from "type-graphql";
import { watch } from "../identity/watch.graphql.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import type { StreamMoved } from "../platform/live.js";
import { Parent } from "../platform/parent.js";
import { Allow, customers, type Policy, staffWith } from "../platform/policy.js";
import { quotationStream } from "./facts.js";
import { loadQuotation, Quotation } from "./quotation.graphql.js";
import { loadStaffQuotation, StaffQuotation } from "./staff-quotation.graphql.js";

@ObjectType({ description: "Something happened around your quotation; this is how it stands now." })
class QuotationMove {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => Quotation, { description: "The quotation." })
  quotation: Quotation;
}

@ObjectType({ description: "Something happened around a quotation; this is how it stands now." })
class StaffQuotationMove {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => StaffQuotation, { description: "The quotation." })
  quotation: StaffQuotation;
}

const readers: Policy = staffWith("quotations.read");

const notFound = (): GraphQLError =>
  new GraphQLError("There is no such thing, or it is not yours.", { extensions: { code: "NOT_FOUND" } });

interface Watched {
  readonly args: { readonly quotationId: string; readonly afterSeq?: number | null };
  readonly context: Context;
}

@Resolver()
export class QuotationLiveResolver {
  @Allow(customers)
  @Subscription(() => QuotationMove, {
    description: "Your quotation, each time something happened around it; at once if it is already past afterSeq.",
    subscribe: async ({ args, context }: Watched) => {
      if (!(await loadQuotation(context, args.quotationId))) throw notFound();
      return watch(context, quotationStream(args.quotationId), args.afterSeq, customers);
    },
  })
  async quotationChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("quotationId", () => ID, { description: "Of the quotation." }) quotationId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<QuotationMove> {
    return { seq, quotation: found(await loadQuotation(context, quotationId)) };
  }

  @Allow(readers)
  @Subscription(() => StaffQuotationMove, {
    description: "A quotation, each time something happened around it; at once if it is already past afterSeq.",
    subscribe: async ({ args, context }: Watched) => {
      if (!(await loadStaffQuotation(context, args.quotationId))) throw notFound();
      return watch(context, quotationStream(args.quotationId), args.afterSeq, readers);
    },
  })
  async staffQuotationChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("quotationId", () => ID, { description: "Of the quotation." }) quotationId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<StaffQuotationMove> {
    return { seq, quotation: found(await loadStaffQuotation(context, quotationId)) };
  }
}
