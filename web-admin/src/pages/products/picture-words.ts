import type { PictureName } from "@kaidan/web-kit/ui/CategoryArt";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** The names of the drawings, for choosing one by ear. */
export const pictureWords: Record<PictureName, MessageDescriptor> = {
  company: msg`公司`,
  bookkeeping: msg`记账`,
  trademark: msg`商标`,
  seal: msg`印章`,
  renovation: msg`装修`,
  plumbing: msg`水电`,
  waterproof: msg`防水`,
  cabinet: msg`柜体`,
  paint: msg`油漆`,
  cleaning: msg`保洁`,
  aircon: msg`空调`,
  repair: msg`维修`,
  wedding: msg`婚礼`,
  makeup: msg`跟妆`,
  camera: msg`摄影`,
  flowers: msg`花艺`,
  stage: msg`舞台`,
  host: msg`主持`,
};
