"""Texts whose words are as often and as rare as in real ones, so that an index of them has a real size.

Chinese and English each have 30,000 and 20,000 words: function words and words of the trade first, then words made
of GB 2312 characters or syllables. Word number r has the weight 1/(r + 2.7), which is Zipf's law with Mandelbrot's
correction, and each page has words of its own that come again and again, as the words of its subject do.

Run as a program it prints how the words of 10,000 generated pages are distributed.
"""

import itertools
import random

FUNCTION_ZH = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
TRADE_ZH = "社区 治理 协调 机制 党建 引领 网格 居民 议事 热线 清单 服务 资源 项目 问题 街道 部门 联动 平台 楼门 志愿者 调解 改造 电梯 老旧小区 统筹 推进 落实 反馈 跟踪 评估 经费 共享 阵地 群众 需求 城市 基层 工作 建设 管理 发展 会议 责任 单位 干部 物业 业主 矛盾 纠纷 办理 诉求 派单 满意率 书记 居委会 驾驶 快递员 外卖员 新就业群体 志愿服务 环境 卫生 安全 隐患 排查 信息化 数据 考核 激励".split()
FUNCTION_EN = "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state those people too how little good world make very year still see own work men day get here old between both life being under three never know same last another while us might great go come since against right came take used himself few house use during without again place around however home small found thought went say part once general high upon school every".split()
TRADE_EN = "community steward hotline grid dispatch deliberation mechanism resident service list budget review street district lift renovation volunteer mediation platform record governance neighbourhood complaint coordination meeting secretary duty office response station project case practice problem resource facility local fund appraisal".split()
ONSETS = "b c d f g h l m n p r s t v w br ch cl cr dr fl fr gr pl pr qu sc sh sl sp st str th tr".split()
NUCLEI = "a e i o u ai ea ee ie io ou".split()
CODAS = "b c d f g k l m n p r s t x ck ll nd ng nt rd rm rn rt ss st".split() + [""] * 12


class Vocabulary:
    def __init__(self):
        rng = random.Random(2025)
        characters = [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF) if row < 0xD7 - 1 or cell < 0xFA]
        rng.shuffle(characters)
        weights = list(itertools.accumulate((rank + 40) ** -1.4 for rank in range(len(characters))))
        self.chinese = list(dict.fromkeys(list(FUNCTION_ZH[:150]) + TRADE_ZH))
        known = set(self.chinese)
        while len(self.chinese) < 30_000:
            length = rng.choices([1, 2, 3, 4], [3, 72, 15, 10])[0]
            word = "".join(rng.choices(characters, cum_weights=weights, k=length))
            if word not in known:
                known.add(word)
                self.chinese.append(word)
        self.english = list(dict.fromkeys(FUNCTION_EN + TRADE_EN))
        known = set(self.english)
        while len(self.english) < 20_000:
            syllables = rng.choices([1, 2, 3, 4], [10, 40, 35, 15])[0]
            word = "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) for _ in range(syllables)) + rng.choice(CODAS)
            word += rng.choices(["", "s", "ed", "ing", "er", "ly"], [60, 15, 8, 8, 5, 4])[0]
            if word not in known:
                known.add(word)
                self.english.append(word)
        self.function_words = set(FUNCTION_ZH[:150]) | set(FUNCTION_EN)
        self.weights = [list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words)))) for words in (self.chinese, self.english)]

    def page(self, rng):
        """The words of one page: a function from a language (0 Chinese, 1 English) and a count to a sentence."""
        words = (self.chinese, self.english)
        own = []
        for language in (0, 1):
            drawn = rng.choices(words[language], cum_weights=self.weights[language], k=150)
            own.append([word for word in drawn if word not in self.function_words][:60])

        def sentence(language, count):
            common = rng.choices(words[language], cum_weights=self.weights[language], k=count)
            chosen = [rng.choice(own[language]) if rng.random() < 0.2 else word for word in common]
            if language == 1:
                return " ".join(chosen).capitalize() + ". "
            cut = len(chosen) // 2 if len(chosen) > 8 else 0
            return ("".join(chosen[:cut]) + "，" if cut else "") + "".join(chosen[cut:]) + "。"

        return sentence


def main():
    vocabulary = Vocabulary()
    counts = {}
    tokens, grown = 0, []
    for number in range(2000):
        rng = random.Random(number)
        sentence = vocabulary.page(rng)
        text = "".join(sentence(0, 14) for _ in range(60))
        for first, second in zip(text, text[1:]):
            counts[first + second] = counts.get(first + second, 0) + 1
            tokens += 1
        if number + 1 in (250, 500, 1000, 2000):
            grown.append((tokens, len(counts)))
    ranked = sorted(counts.values(), reverse=True)
    print("pairs of characters, distinct:", ", ".join(f"{tokens:,}: {distinct:,}" for tokens, distinct in grown))
    print("uses of the pair of rank 10^k:", ", ".join(f"{rank:,}: {ranked[rank - 1]:,}" for rank in (1, 10, 100, 1000, 10_000, 100_000)))
    single = {}
    for pair, count in counts.items():
        single[pair[0]] = single.get(pair[0], 0) + count
    common = sorted(single.values(), reverse=True)
    print("share of the 1,000 and 2,500 most used characters:", ", ".join(f"{sum(common[:rank]) / sum(common):.0%}" for rank in (1000, 2500)))
    print("pairs used once:", f"{sum(1 for count in ranked if count == 1) / len(ranked):.0%}")


if __name__ == "__main__":
    main()
