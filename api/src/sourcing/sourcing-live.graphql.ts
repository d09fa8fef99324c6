import { GraphQLError } from "graphql";
import { Arg, Ctx, Field, ID, Int, ObjectType, Resolver, Subscription } from "type-graphql";
import { watch } from "../identity/watch.graphql.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import type { StreamMoved } from "../platform/live.js";
import { Parent } from "../platform/parent.js";
import { Allow, customers, type Policy, staffWith, supplierMembers } from "../platform/policy.js";
import { SupplierInquiry } from "./bidder-inquiry.graphql.js";
import { bidderOf, readBidderInquiry } from "./bidder-reads.graphql.js";
import { inquiryStream } from "./facts.js";
import { Inquiry, loadInquiry } from "./inquiry.graphql.js";
import { loadStaffInquiry, StaffInquiry } from "./staff-inquiry.graphql.js";

@ObjectType({ description: "Something happened around your inquiry; this is how it stands now." })
class InquiryChange {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => Inquiry, { description: "The inquiry." })
  inquiry: Inquiry;
}

@ObjectType({ description: "Something happened around an inquiry; this is how it stands now." })
class StaffInquiryChange {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => StaffInquiry, { description: "The inquiry." })
  inquiry: StaffInquiry;
}

@ObjectType({ description: "Something of your supplier's moved; this is how the inquiry stands for you now." })
class SupplierInquiryChange {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => SupplierInquiry, { description: "The inquiry." })
  inquiry: SupplierInquiry;
}

const readers: Policy = staffWith("sourcing.read");
const members: Policy = supplierMembers();

const notFound = (): GraphQLError =>
  new GraphQLError("There is no such thing, or it is not yours.", { extensions: { code: "NOT_FOUND" } });

interface Watched {
  readonly args: { readonly inquiryId: string; readonly afterSeq?: number | null };
  readonly context: Context;
}

@Resolver()
export class SourcingLiveResolver {
  @Allow(customers)
  @Subscription(() => InquiryChange, {
    description: "Your inquiry, each time something happened around it; at once if it is already past afterSeq.",
    subscribe: async ({ args, context }: Watched) => {
      if (!(await loadInquiry(context, { id: args.inquiryId }))) throw notFound();
      return watch(context, inquiryStream(args.inquiryId), args.afterSeq, customers);
    },
  })
  async inquiryChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("inquiryId", () => ID, { description: "Of the inquiry." }) inquiryId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<InquiryChange> {
    return { seq, inquiry: found(await loadInquiry(context, { id: inquiryId })) };
  }

  @Allow(readers)
  @Subscription(() => StaffInquiryChange, {
    description: "An inquiry, each time something happened around it; at once if it is already past afterSeq.",
    subscribe: async ({ args, context }: Watched) => {
      if (!(await loadStaffInquiry(context, { id: args.inquiryId }))) throw notFound();
      return watch(context, inquiryStream(args.inquiryId), args.afterSeq, readers);
    },
  })
  async staffInquiryChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("inquiryId", () => ID, { description: "Of the inquiry." }) inquiryId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<StaffInquiryChange> {
    return { seq, inquiry: found(await loadStaffInquiry(context, { id: inquiryId })) };
  }

  // On the supplier's own stream: that of the inquiry would tell when others bid.
  @Allow(members)
  @Subscription(() => SupplierInquiryChange, {
    description: "An inquiry you are invited to, each time something of your supplier's moved.",
    subscribe: async ({ args, context }: Watched) => {
      if (!(await readBidderInquiry(context, { id: args.inquiryId }))) throw notFound();
      return watch(context, `supplier:${bidderOf(context).supplierId}`, args.afterSeq, members);
    },
  })
  async supplierInquiryChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("inquiryId", () => ID, { description: "Of the inquiry." }) inquiryId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<SupplierInquiryChange> {
    return { seq, inquiry: found(await readBidderInquiry(context, { id: inquiryId })) as unknown as SupplierInquiry };
  }
}
