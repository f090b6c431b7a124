import { expect, test } from "vitest";
import { organisationSchema } from "@/domain/accounts/organisation";
import { latinNameOf } from "./latin-name";

test.each([
  ["上海岚桥货运代理有限公司", "Shanghai Lanqiao Freight Forwarding Co., Ltd."],
  ["义乌市海光照明有限公司", "Yiwu Haiguang Lighting Co., Ltd."],
  ["乌鲁木齐丝路国际物流股份有限公司", "Urumqi Silu International Logistics Co., Ltd."],
  ["霍尔果斯龙运报关行", "Horgos Longyun Customs Broker"],
  ["西安安达供应链管理有限公司", "Xi'an Anda Supply Chain Management Co., Ltd."],
  ["中铁（重庆）物流有限公司", "Zhongtie (Chongqing) Logistics Co., Ltd."],
  ["ABC国际货代有限公司", "ABC International Freight Forwarding Co., Ltd."],
  ["绿洲", "Luzhou"],
])("%s is offered as %s", (nameOwn, latin) => {
  expect(latinNameOf(nameOwn)).toBe(latin);
  expect(organisationSchema.shape.nameLatin.safeParse(latin).success).toBe(true);
});

test.each(["Zhetysu Forwarding", "Hải Phòng Logistics", "Жетысу Форвардинг", ""])("%j stays as it is", (nameOwn) => {
  expect(latinNameOf(nameOwn)).toBe(nameOwn);
});
