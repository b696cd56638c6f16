import { unitsOf } from './units';

/** What a word says about a hazard named behind it. `ends`: nothing further ahead bears on it. */
export type SignAhead = 'not' | 'filler' | 'ends' | 'joins';

/** What a word says about its whole clause, or about what stands before or behind it. */
export type SignOfClause = 'supposed' | 'then' | 'taught' | 'past' | 'built' | 'still' | 'remedied' | 'plain';

/** Phrases without gaps, by their units joined with blanks. */
export interface Lexicon<Sign> {
  readonly signs: ReadonlyMap<string, Sign>;
  readonly longest: number;
}

function lexicon<Sign extends string>(lists: Readonly<Record<Sign, string>>): Lexicon<Sign> {
  const signs = new Map<string, Sign>();
  let longest = 0;
  for (const [sign, list] of Object.entries(lists) as [Sign, string][]) {
    for (const phrase of list.split(/\s*[\n|]\s*/).filter((each) => each !== '')) {
      const units = unitsOf(phrase).texts;
      signs.set(units.join(' '), sign);
      longest = Math.max(longest, units.length);
    }
  }
  return { signs, longest };
}

const auxiliaries = 'is was are were do does did has have had can could will would should must ain'.split(
  ' ',
);
const shortNots = auxiliaries.flatMap((verb) => [`${verb}n't`, `${verb}nt`]).join('|');

/**
 * Read backwards from a hazard, for as long as one of these stands there. What is not in the list ends the reading:
 * nobody 管 (sees to) the leak is no word about whether it leaks.
 */
export const ahead: Lexicon<SignAhead> = lexicon({
  not: `没有|没|并没有|并没|从没|从没有|从来没有|从未|未|并未|尚未|未曾|无|并无|毫无|不|并不|从不|不曾|不是|并不是|并非|绝非|非
    不能|不得|不可|不准|不许|禁止|严禁|请勿|切勿|看不到|看不见|闻不到|听不到|不存在|不会|不再|不属于|不算|没人|无人|没有人|没有人员|无人员|否认|排除|已排除|排除了|误报|误报了|误以为|误认为|谎称|谎报
    not|no|never|without|none|nobody|no one|neither|nor|cannot|can't|cant|won't|wont|don't|dont|shan't|stopped|false|ruled out
    ${shortNots}`,
  filler: `任何|发生|发现|出现|存在|产生|造成|引起|什么|再|再次|有|过|了|的|看到|看见|见到|见|闻到|闻出|听到|感觉到|感到|明显|现象
    情况|问题|一点|一丝|丝毫|半点|现在|目前|已经|人|人员|业主|住户|居民|乘客|老人|小孩|孩子|在|被|家里|室内|继续|大面积|严重|大量
    轻微|一天|一次|一个|一起|一例|哪天|哪次|一处|这种|那种|因为|由于|其他|其它|类似
    a|an|the|any|of|sign|signs|evidence|trace|indication|report|reports|reported|have|has|had|having|been|be|being|is|are|was|were
    there|longer|more|currently|now|actually|actual|really|yet|at|all|anyone|anybody|people|person|passenger|passengers|resident
    residents|tenant|tenants|in|inside|it|that|this|see|seen|find|found|smell|smelled|smelt|detect|detected|got|get|kind|such
    further|immediate|fear|alarm|alarms|for|about`,
  ends: `有没有|有没|有没有人|有没有什么|有没有发生|是不是|会不会|有无|是否|能不能|可不可能|不断|不停|不时|不慎|不小心|不知|不明|不久
    不得不|不仅|不仅仅|不但|不光|不只|不只是|不止|不单|不单是|无故|无缘无故|无法|没法|不定时|不定期
    not only|not just|not merely|not simply|or not|whether or not`,
  joins: `、|或|或者|和|及|以及|与|or|nor|and`,
});

/** Read through a clause from its beginning; the longer phrase goes before the shorter. */
export const ofClause: Lexicon<SignOfClause> = lexicon({
  supposed: `一旦|万一|如果|若|若是|如若|假如|假设|假若|假使|倘若|要是|如遇|如发生|如出现|如有|以免|以防|避免|防止|预防|防范|谨防|严防
    为防|非要等|非得等|难道要等|难道真要等|一定要等|是不是要等|等到|要等|到时|到时候|届时|容易导致|容易引起|容易引发|容易造成|容易发生|容易出现
    极易导致|极易引起|极易引发|极易造成|极易发生|易导致|易引起|易引发|易造成|易发生|可能导致|可能引起|可能引发|可能造成|会导致
    会引起|会引发|会造成|将导致|将造成|将引发|势必
    in case|in the event|in event of|prevent|prevents|preventing|to prevent|avoid|avoiding|avoids|if|unless|could cause|may cause
    might cause|can cause|would cause|could lead|may lead|might lead|can lead|risk of fire`,
  then: `那|那么|那就|那岂不|就会|则会|则|将会|将|势必|必然|必将|发生|出现|导致|造成|引发|引起|酿成|后果|谁负责|谁来负责|谁承担
    then|would|will|could`,
  taught: `演练|演习|培训|讲座|宣传|科普|预案|安全教育|安全知识|逃生知识|注意事项|温馨提示|模拟|案例|新闻|报道|现实中|国内|全国|某市|某地|外省|别的小区|其他小区|其它小区|前车之鉴|不堪设想|可能性|后果|每年|平均|惨案|惨剧|悲剧|教训|警钟
    drill|drills|training|seminar|lecture|workshop|rehearsal|simulation|simulated|prevention|how to|awareness`,
  past: `曾|曾经|曾发生|去年|前年|年前|几年前|多年前|早几年|前几年|早年|当年|那年|以前|历史上|上次|上个月|上月|个月前|前段时间|前阵子
    years ago|year ago|months ago|last year|last month|previously|formerly|used to|in the past`,
  built: `交付|交房|交楼|收房|收楼|接房|建成|建设|建造|兴建|修建|建的|竣工|入住|搬进|购买|购房|买的|买房|签约|装修|安装|投入使用|启用|开业|开始|年起|月起|日起
    built|bought|moved`,
  still: `又|再次|再|至今|到现在|仍|仍然|还|还是|一直|依然|依旧|现在|目前|如今|今天|今年|最近|近期|近日|经常|多次|频繁|以来|没人管|无人管|没人修|无人修|没人理|无人理|不管|不修|不理|未修|没修|没有修|未处理|没处理|没有处理|不处理|未解决
    没解决|没有解决|得不到解决|未修复|没修好|未整改|不整改|没整改|未果|推诿|推脱|踢皮球
    again|still|now|today|currently|since|keeps|recurring|ongoing|yet`,
  remedied: `修好|修复|恢复|解决|处理|排除|消除|更换|抢修|换好|修理好|修完|弄好|搞定|止住|堵住|扑灭|救出|救了出来|脱困|关掉|关停
    fixed|repaired|resolved|restored|replaced|solved|sorted|extinguished|rescued|freed|stopped|false alarm|put out`,
  plain: `主要是|只要是|重要是|首要是|还要是|若干|防盗|消防|防水|防护|防火|防雨|防滑|防撞|虚假宣传|与宣传|宣传的|不如果
    恢复期|处理厂|起来|一起|引起|看起来|起码|对不起|了不起
    sure if|know if|check if|see if|wonder if|wondering if|tell if|as if|ask if|asking if|even if|find out if|if possible|if not
    not yet|since when|repaired by`,
});

/** The longest phrase that ends before a unit, not reaching before `from`. */
export function endingAt<Sign>(
  { signs, longest }: Lexicon<Sign>,
  texts: readonly string[],
  end: number,
  from: number,
): { readonly sign: Sign; readonly start: number } | null {
  for (let start = Math.max(from, end - longest); start < end; start += 1) {
    const sign = signs.get(texts.slice(start, end).join(' '));
    if (sign !== undefined) return { sign, start };
  }
  return null;
}

/** The longest phrase that begins at a unit, not reaching behind `to`. */
export function startingAt<Sign>(
  { signs, longest }: Lexicon<Sign>,
  texts: readonly string[],
  start: number,
  to: number,
): { readonly sign: Sign; readonly end: number } | null {
  for (let end = Math.min(to, start + longest); end > start; end -= 1) {
    const sign = signs.get(texts.slice(start, end).join(' '));
    if (sign !== undefined) return { sign, end };
  }
  return null;
}
