import { describe, expect, it } from "vitest";
import { findOrders } from "./find-order.js";
import { normalise } from "./text.js";

const orders = [
  { no: "SO20261120-7K3M9Q", productTitle: "空调清洗" },
  { no: "SO20261119-0A1B2C", productTitle: "全屋焕新 套餐（90㎡）" },
  { no: "SO20261118-ZZ3M9Q", productTitle: "空调清洗" },
];
const found = (text: string) => findOrders(orders, normalise(text)).map((order) => order.no.slice(-6));

describe("finding an order", () => {
  it.each([
    ["SO20261120-7K3M9Q", ["7K3M9Q"]],
    ["so202611207k3m9q", ["7K3M9Q"]],
    ["我的单是SO20261120-7K3M9Q谢谢", ["7K3M9Q"]],
    ["7K3M9Q", ["7K3M9Q"]],
    ["3M9Q", ["7K3M9Q", "ZZ3M9Q"]],
    ["OAIB2C", ["0A1B2C"]],
    ["S020261119-OA1B2C", ["0A1B2C"]],
    ["空调", ["7K3M9Q", "ZZ3M9Q"]],
    ["空調清洗", ["7K3M9Q", "ZZ3M9Q"]],
    ["全屋焕新套餐", ["0A1B2C"]],
    ["我买的空调清洗怎么样", ["7K3M9Q", "ZZ3M9Q"]],
    ["9Q", []],
    ["空", []],
    ["水管疏通", []],
    ["", []],
  ])("%s", (text, ends) => expect(found(text)).toEqual(ends));
});
