import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { dayOf } from "../kernel/day.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";

import { certificatesOf, type SupplierCertificateRow } from "./certificate.store.js";
import { Supplier } from "./supplier.graphql.js";

const PAPERS = Symbol("papers of suppliers");

@Resolver(() => Supplier)
export class PublicCertificatesResolver {
  @FieldResolver(() => [String], {
    description: "The kinds of its papers that staff have verified and whose last day is not over; never a number.",
  })
  async certificateKinds(@Parent() { id }: Supplier, @Ctx() { platform, loaders }: Context): Promise<string[]> {
    const { read } = platform.database;
    const loader = loaders.byId<SupplierCertificateRow[]>(PAPERS, (ids) => certificatesOf(read, ids));
    const today = dayOf(platform.clock.now());
    const valid = ((await loader.load(id)) ?? []).filter(
      ({ state, expiresOn }) => state === "VERIFIED" && expiresOn >= today,
    );
    return [...new Set(valid.map(({ kind }) => kind))].sort();
  }
}
