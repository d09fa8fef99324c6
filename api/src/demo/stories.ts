import type { Platform } from "../platform/platform.js";
import { apology, oneMore } from "./amendment-stories.js";
import { contractToIssue, contractToSign, contractToVerify } from "./contract-stories.js";
import { cabinetCompetition, leakingPantry } from "./inquiry-stories.js";
import { denied, overpaid, partAskedBack, partGivenBack, unidentified } from "./money-stories.js";
import { hostOfTheDay, trademark } from "./on-behalf-stories.js";
import { aircon, cleaning, registration, wedding } from "./past-stories.js";
import {
  airconDeclinedOnce,
  bookkeeping,
  cancelled,
  justOffered,
  renovation,
  repairNobodyTakes,
  slipRejected,
  slipWaits,
  startUp,
  unpaid,
  wallsInRework,
  wallsToSignOff,
} from "./present-stories.js";
import { acceptedAtOnce, repaintedFlat, shelvesAsked, wardrobeQuoted } from "./quotation-stories.js";
import { wholeHome } from "./renovation-stories.js";
import type { Story, When } from "./scheduler.js";
import { settled } from "./settlement-stories.js";
import type { Trade } from "./trade.js";

/** Every order of the demo: each state has one, with the history that led there. */
export function stories(platform: Platform, trade: Trade, when: When): Story[] {
  return [
    wedding(platform, trade, when),
    cleaning(platform, trade, when, "zhao", 44, [5, "每个角落都擦到了，阳台玻璃像没有一样。"]),
    cleaning(platform, trade, when, "huang", 36, [4, "很干净，来得比约的晚了二十分钟。"]),
    aircon(platform, trade, when, "tang", 30, "kuaixiu", [5, "师傅带了鞋套，洗完给看了前后对比。"]),
    aircon(platform, trade, when, "huang", 24, "linli", [4, "价格实在，手脚麻利。"]),
    aircon(platform, trade, when, "zhao", 12, "kuaixiu", [5, "第二次来了，还是那位师傅，放心。"]),
    registration(platform, trade, when),
    startUp(trade, when),
    renovation(platform, trade, when),
    wallsToSignOff(trade, when),
    wallsInRework(platform, trade, when),
    repairNobodyTakes(trade, when),
    airconDeclinedOnce(trade, when),
    justOffered(trade, when),
    slipWaits(trade, when),
    slipRejected(platform, trade, when),
    unpaid(trade, when),
    cancelled(platform, trade, when),
    bookkeeping(trade, when),
    cabinetCompetition(platform, trade, when),
    leakingPantry(platform, trade, when),
    repaintedFlat(platform, trade, when),
    acceptedAtOnce(platform, trade, when),
    wardrobeQuoted(platform, trade, when),
    shelvesAsked(platform, trade, when),
    contractToVerify(platform, trade, when),
    contractToSign(platform, trade, when),
    contractToIssue(trade, when),
    wholeHome(platform, trade, when),
    trademark(platform, trade, when),
    hostOfTheDay(platform, trade, when),
    overpaid(platform, trade, when),
    denied(platform, trade, when),
    unidentified(platform, trade, when),
    partGivenBack(platform, trade, when),
    partAskedBack(platform, trade, when),
    settled(platform, trade, when),
    oneMore(platform, trade, when),
    apology(platform, trade, when),
  ];
}
