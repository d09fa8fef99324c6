import { type FormData, type FormTable, factsOf } from "./form-data.js";
import { moment } from "./forms-of-money.js";
import { type AboutOrder, aboutOrder } from "./forms-of-order.js";

export interface AboutTicket {
  readonly no: string;
  readonly itemName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly note: string | null;
  readonly inputs: readonly { readonly label: string; readonly value: string; readonly unit: string | null }[];
  readonly milestones: readonly { readonly name: string; readonly weight: number }[];
  readonly assignedAt: number | null;
  readonly deliveredAt: number | null;
  readonly approvedAt: number | null;
  readonly acceptedAt: number | null;
}

const about = (order: AboutOrder, ticket: AboutTicket, supplierName: string) =>
  factsOf(
    ["服务单号", ticket.no],
    ["订单编号", order.no],
    ["服务项目", `${ticket.itemName}　${ticket.quantity} ${ticket.unit}`],
    ["服务商", supplierName],
    ["客户", ticket.contactName],
  );

/** 服务单: what a supplier took on. No price is in it: it is read by customer and supplier alike. */
export function ticketData(order: AboutOrder, ticket: AboutTicket, supplierName: string): FormData {
  const facts = [
    ...about(order, ticket, supplierName),
    ...factsOf(
      ["联系电话", ticket.contactPhone],
      ["服务地址", ticket.address],
      ["备注", ticket.note],
      ["接单时间", moment(ticket.assignedAt)],
    ),
    ...ticket.inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value })),
  ];
  return { ...aboutOrder(order), supplierName, amount: null, facts, tables: [milestonesTable(ticket)] };
}

/** 验收单: that the customer signed the work off, or let the time for it pass. */
export function acceptanceData(order: AboutOrder, ticket: AboutTicket, supplierName: string): FormData {
  const facts = [
    ...about(order, ticket, supplierName),
    ...factsOf(
      ["交付时间", moment(ticket.deliveredAt)],
      ["平台核验", moment(ticket.approvedAt)],
      ["验收时间", moment(ticket.acceptedAt)],
    ),
  ];
  const signers = [
    { role: "客户", name: ticket.contactName },
    { role: "服务商", name: supplierName },
  ];
  return { ...aboutOrder(order), supplierName, amount: null, facts, tables: [milestonesTable(ticket)], signers };
}

function milestonesTable({ milestones }: AboutTicket): FormTable {
  return {
    heading: "工作节点",
    columns: [
      { title: "节点", width: 4 },
      { title: "占比", width: 1, right: true },
    ],
    rows: milestones.map(({ name, weight }) => [name, `${weight}%`]),
  };
}
