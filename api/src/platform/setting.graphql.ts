import { Ctx, Field, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "./context.js";
import { Allow, anyone } from "./policy.js";
import { readSetting } from "./settings.js";

export const AppName = { SHOP: "SHOP", SUPPLIER: "SUPPLIER", ADMIN: "ADMIN" } as const;
export type AppName = keyof typeof AppName;
registerEnumType(AppName, { name: "App", description: "The three apps, each with sessions of its own." });

@ObjectType({ description: "Where customers transfer money to." })
class BankAccount {
  @Field(() => String, { description: "Holder of the account." })
  name: string;

  @Field(() => String, { description: "Bank and branch." })
  bank: string;

  @Field(() => String, { description: "Number of the account." })
  number: string;
}

@ObjectType({ description: "An account of the demo that anybody may try. Exists in demo mode only." })
class DemoAccount {
  @Field(() => AppName, { description: "The app it signs in to." })
  app: AppName;

  @Field(() => String, { description: "What this person does, in Chinese." })
  role: string;

  @Field(() => String, { description: "Login." })
  login: string;

  @Field(() => String, { description: "Password." })
  password: string;

  @Field(() => String, { description: "Name." })
  displayName: string;
}

@ObjectType({ description: "What the apps need to know about this deployment before anybody signs in." })
export class Setting {
  @Field(() => Boolean, { description: "Whether this deployment holds demo data." })
  demo: boolean;

  @Field(() => [DemoAccount], { description: "Accounts to try; empty outside demo mode." })
  demoAccounts: DemoAccount[];

  @Field(() => Boolean, { description: "Whether payments can be tried without real money." })
  testChannel: boolean;

  @Field(() => BankAccount, { description: "Where customers transfer money to." })
  bankAccount: BankAccount;

  @Field(() => Boolean, { description: "Whether a WeChat service account is connected." })
  wechat: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Page of a simulated phone to try WeChat with; null where only real phones are meant.",
  })
  phoneUrl: string | null;
}

@Resolver()
export class SettingResolver {
  @Allow(anyone)
  @Query(() => Setting, { description: "What the apps need to know about this deployment." })
  async setting(@Ctx() { platform }: Context): Promise<Setting> {
    const { demo, config } = platform;
    const stored = demo ? await readSetting(platform.database.read, "demoAccounts") : null;
    return {
      demo,
      demoAccounts: stored ? (JSON.parse(stored) as DemoAccount[]) : [],
      testChannel: config.testChannel ?? demo,
      bankAccount: config.bank,
      wechat: config.wechat !== null,
      phoneUrl: config.phoneUrl ?? null,
    };
  }
}
