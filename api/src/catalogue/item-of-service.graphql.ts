import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { ApplicationService } from "../suppliers/application.graphql.js";
import { CapacityDay, SupplierCalendar } from "../suppliers/calendar.graphql.js";
import { CertificateNeed } from "../suppliers/certificate.graphql.js";
import { MyService, StaffService } from "../suppliers/service.graphql.js";
import { loadItem, ServiceItem } from "./item.graphql.js";

const ITEM = { description: "The item it is about." };

/** The suppliers' room knows items by id only: the catalogue, downstream of it, says what they are. */
@Resolver(() => ApplicationService)
export class ItemOfApplicationServiceResolver {
  @FieldResolver(() => ServiceItem, ITEM)
  item(@Parent() { itemId }: ApplicationService, @Ctx() context: Context): Promise<ServiceItem> {
    return loadItem(context, itemId);
  }
}

@Resolver(() => MyService)
export class ItemOfMyServiceResolver {
  @FieldResolver(() => ServiceItem, ITEM)
  item(@Parent() { itemId }: MyService, @Ctx() context: Context): Promise<ServiceItem> {
    return loadItem(context, itemId);
  }
}

@Resolver(() => StaffService)
export class ItemOfStaffServiceResolver {
  @FieldResolver(() => ServiceItem, ITEM)
  item(@Parent() { itemId }: StaffService, @Ctx() context: Context): Promise<ServiceItem> {
    return loadItem(context, itemId);
  }
}

@Resolver(() => CertificateNeed)
export class ItemOfCertificateNeedResolver {
  @FieldResolver(() => ServiceItem, ITEM)
  item(@Parent() { itemId }: CertificateNeed, @Ctx() context: Context): Promise<ServiceItem> {
    return loadItem(context, itemId);
  }
}

@Resolver(() => CapacityDay)
export class ItemOfCapacityDayResolver {
  @FieldResolver(() => ServiceItem, ITEM)
  item(@Parent() { itemId }: CapacityDay, @Ctx() context: Context): Promise<ServiceItem> {
    return loadItem(context, itemId);
  }
}

@Resolver(() => SupplierCalendar)
export class ItemOfSupplierCalendarResolver {
  @FieldResolver(() => ServiceItem, { nullable: true, description: "The item it is for; null is everything." })
  async item(@Parent() { itemId }: SupplierCalendar, @Ctx() context: Context): Promise<ServiceItem | null> {
    return itemId === null ? null : loadItem(context, itemId);
  }
}
