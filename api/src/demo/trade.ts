import { sellableProduct } from "../catalogue/catalogue.store.js";
import { acceptOffer } from "../fulfilment/accept-offer.flow.js";
import { acceptWork } from "../fulfilment/accept-work.flow.js";
import { approveProgress } from "../fulfilment/approve-progress.flow.js";
import { approveWork } from "../fulfilment/approve-work.flow.js";
import { attemptsOf } from "../fulfilment/attempt.store.js";
import { declineOffer } from "../fulfilment/decline-offer.flow.js";
import { deliverWork } from "../fulfilment/deliver-work.flow.js";
import { postProgress } from "../fulfilment/post-progress.flow.js";
import { rejectProgress } from "../fulfilment/reject-progress.flow.js";
import { reportById } from "../fulfilment/report.store.js";
import { startWork } from "../fulfilment/start-work.flow.js";
import { type TicketRow, ticketsOf } from "../fulfilment/ticket.store.js";
import type { Fen } from "../kernel/money.js";
import { auditOrder } from "../orders/audit-order.flow.js";
import { orderById } from "../orders/order.store.js";
import { placeOrder } from "../orders/place-order.flow.js";
import { confirmBankPayment } from "../payments/confirm-bank-payment.flow.js";
import { isOpen, openAmount } from "../payments/instalment.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { paymentById } from "../payments/payment.store.js";
import { startPayment } from "../payments/start-payment.flow.js";
import { uploadSlip } from "../payments/upload-slip.flow.js";
import type { FilePurpose } from "../platform/files.js";
import type { Platform } from "../platform/platform.js";
import type { Customer, Staff, SupplierMemberViewer, Viewer } from "../platform/viewer.js";
import { priceProduct } from "../pricing/price-product.flow.js";
import type { Cast } from "./cast.js";
import { picture, type Scene } from "./pictures.js";

interface Purchase {
  readonly customer: string;
  readonly product: string;
  readonly region?: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Item code → supplier key; items left out are the platform's choice. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** Codes of optional items to leave out or take. */
  readonly without?: readonly string[];
  readonly with?: readonly string[];
  readonly address: string;
  readonly note?: string;
}

/** The deeds that stories are told with. Each is the real flow, done by the person who would do it. */
export class Trade {
  private deeds = 0;

  constructor(
    private readonly platform: Platform,
    readonly cast: Cast,
    private readonly productIds: ReadonlyMap<string, string>,
    private readonly nameOf: (customer: string) => { name: string; phone: string },
  ) {}

  customer(key: string): Customer {
    return known(this.cast.customers, key);
  }

  staff(key: string): Staff {
    return known(this.cast.staff, key);
  }

  /** Whom an inquiry's suppliers will ask for. */
  contact(customer: string): { contactName: string; contactPhone: string } {
    const { name, phone } = this.nameOf(customer);
    return { contactName: name, contactPhone: phone };
  }

  owner(key: string): SupplierMemberViewer {
    return known(this.cast.owners, key);
  }

  /** Prices and places an order; returns its id. */
  async buy(purchase: Purchase): Promise<string> {
    const productId = known(this.productIds, purchase.product);
    const { components } = (await sellableProduct(this.platform.database.read, productId)) ?? { components: [] };
    const wishes = {
      regionCode: purchase.region ?? "430100",
      inputs: Object.entries(purchase.inputs).map(([code, value]) => ({ code, value })),
      choices: components.map((component) => {
        const taken = component.selectedByDefault || (purchase.with ?? []).includes(component.itemCode);
        const supplier = purchase.chosen?.[component.itemCode];
        return {
          componentId: component.id,
          selected: taken && !(purchase.without ?? []).includes(component.itemCode),
          supplierId: supplier ? known(this.cast.supplierIds, supplier) : null,
        };
      }),
    };
    const viewer = this.customer(purchase.customer);
    const price = await priceProduct(this.platform, viewer, { productId, ...wishes });
    const { name, phone } = this.nameOf(purchase.customer);
    return placeOrder(this.platform, viewer, {
      productId,
      ...wishes,
      contactName: name,
      contactPhone: phone,
      address: purchase.address,
      note: purchase.note ?? null,
      expectedTotal: price.total,
      expectedHash: price.hash,
      idempotencyKey: this.key(),
    });
  }

  /** An order that is held for its price is confirmed by the auditor; every other one goes on by itself. */
  private async letPass(orderId: string): Promise<void> {
    const { state, version } = present(await orderById(this.platform.database.read, orderId));
    if (state !== "PENDING_AUDIT") return;
    await auditOrder(this.platform, this.staff("reviewer"), { orderId, version, approve: true });
  }

  /** Starts paying what is due next and uploads a slip; returns the payment's id and amount. */
  async transfer(customer: string, orderId: string): Promise<{ paymentId: string; amount: Fen }> {
    const viewer = this.customer(customer);
    await this.letPass(orderId);
    const due = (await instalmentsOf(this.platform.database.read, [orderId])).find(isOpen);
    if (!due) throw new Error("Nothing is due.");
    const key = this.key();
    const paymentId = await startPayment(this.platform, viewer, {
      instalmentId: due.id,
      tender: "BANK_TRANSFER",
      idempotencyKey: key,
    });
    const fileId = await this.photo(viewer, "SLIP", "slip", this.deeds);
    const { version } = present(await paymentById(this.platform.database.read, paymentId));
    await uploadSlip(this.platform, viewer, { paymentId, fileId, version });
    return { paymentId, amount: openAmount(due) };
  }

  /** Pays what is due next by bank transfer, confirmed by the cashier. */
  async pay(customer: string, orderId: string): Promise<void> {
    const { paymentId, amount } = await this.transfer(customer, orderId);
    const { version } = present(await paymentById(this.platform.database.read, paymentId));
    const bankReference = `B${String(20_260_000 + this.deeds)}`;
    const confirmation = { paymentId, version, receivedAmount: amount, bankReference, idempotencyKey: this.key() };
    await confirmBankPayment(this.platform, this.staff("cashier"), confirmation);
  }

  /** The order's tickets in the order of their stages. */
  tickets(orderId: string): Promise<TicketRow[]> {
    return ticketsOf(this.platform.database.read, [orderId]);
  }

  /** Whoever holds the open offer takes it. */
  async accept(ticket: TicketRow): Promise<void> {
    const { attempt, owner } = await this.offer(ticket);
    const input = {
      ticketId: ticket.id,
      attemptId: attempt.id,
      version: (await this.fresh(ticket)).version,
      idempotencyKey: this.key(),
    };
    await acceptOffer(this.platform, owner, input);
  }

  async decline(ticket: TicketRow, reason: string): Promise<void> {
    const { attempt, owner } = await this.offer(ticket);
    const { version } = await this.fresh(ticket);
    await declineOffer(this.platform, owner, { ticketId: ticket.id, attemptId: attempt.id, version, reason });
  }

  async start(ticket: TicketRow): Promise<void> {
    const { version, supplierId } = await this.fresh(ticket);
    await startWork(this.platform, this.ownerOf(supplierId), { ticketId: ticket.id, version });
  }

  /** Posts a milestone with the photos it wants (or a note); returns the report's id. */
  async report(ticket: TicketRow, milestone: number | null, text: string, scene: Scene): Promise<string> {
    const { supplierId, milestones } = await this.fresh(ticket);
    const owner = this.ownerOf(supplierId);
    const wanted = milestone === null ? null : present(milestones[milestone]);
    const count = Math.max(wanted?.minPhotos ?? 0, 1);
    const photoFileIds: string[] = [];
    for (let n = 0; n < count; n += 1) photoFileIds.push(await this.photo(owner, "PROGRESS", scene, this.deeds + n));
    const input = {
      ticketId: ticket.id,
      milestoneCode: wanted?.code ?? null,
      text,
      photoFileIds,
      idempotencyKey: this.key(),
    };
    return (await postProgress(this.platform, owner, input)).reportId;
  }

  async approve(reportId: string): Promise<void> {
    const { version } = present(await reportById(this.platform.database.read, reportId));
    await approveProgress(this.platform, this.staff("reviewer"), { reportId, version });
  }

  async reject(reportId: string, reason: string): Promise<void> {
    const { version } = present(await reportById(this.platform.database.read, reportId));
    await rejectProgress(this.platform, this.staff("reviewer"), { reportId, version, reason });
  }

  async deliver(ticket: TicketRow): Promise<void> {
    const { version, supplierId } = await this.fresh(ticket);
    await deliverWork(this.platform, this.ownerOf(supplierId), { ticketId: ticket.id, version });
  }

  async approveDelivered(ticket: TicketRow): Promise<void> {
    const { version } = await this.fresh(ticket);
    await approveWork(this.platform, this.staff("reviewer"), { ticketId: ticket.id, version });
  }

  async signOff(customer: string, ticket: TicketRow): Promise<void> {
    const { version } = await this.fresh(ticket);
    await acceptWork(this.platform, this.customer(customer), {
      ticketId: ticket.id,
      version,
      idempotencyKey: this.key(),
    });
  }

  /** Every supplier that was offered a ticket of the order takes it. */
  async acceptAll(orderId: string): Promise<void> {
    for (const ticket of await this.tickets(orderId)) if (ticket.state === "OFFERED") await this.accept(ticket);
  }

  /** From the start to the approval by staff: every milestone reported and approved. */
  async doAll(ticket: TicketRow, scene: Scene, words: readonly string[]): Promise<void> {
    await this.start(ticket);
    for (const [index, milestone] of ticket.milestones.entries()) {
      await this.approve(await this.report(ticket, index, words[index] ?? `${milestone.name}，一切正常。`, scene));
    }
    await this.deliver(ticket);
    await this.approveDelivered(ticket);
  }

  async photo(viewer: Viewer, purpose: FilePurpose, scene: Scene, variant: number): Promise<string> {
    return (await this.platform.files.keep(this.platform.work, viewer, purpose, await picture(scene, variant))).id;
  }

  key(): string {
    this.deeds += 1;
    return `demo-deed-${this.deeds}`;
  }

  private async offer(ticket: TicketRow) {
    const attempts = await attemptsOf(this.platform.database.read, [ticket.id]);
    const open = present(attempts.find((attempt) => attempt.state === "OFFERED"));
    return { attempt: open, owner: this.ownerOf(open.supplierId) };
  }

  private async fresh(ticket: TicketRow): Promise<TicketRow> {
    return present((await this.tickets(ticket.orderId)).find((row) => row.id === ticket.id));
  }

  /** Who answers for the supplier. */
  ownerOf(supplierId: string | null): SupplierMemberViewer {
    return present([...this.cast.owners.values()].find((owner) => owner.supplierId === supplierId));
  }
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("The demo lost its thread.");
  return value;
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo does not know ${key}.`);
  return value;
}
