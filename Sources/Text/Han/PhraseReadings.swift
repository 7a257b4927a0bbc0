/// Words in which characters are read otherwise than alone: 长沙 and 市长, 银行 and 行政.
///
/// Readings of the Dictionary of Modern Chinese (现代汉语词典) and of the ministry's list of places, without tones, ü as v.
enum PhraseReadings {
    /// A word and its syllables.
    static let special = """
        爱乐 ai-yue 班长 ban-zhang 曝光 bao-guang 包扎 bao-za 宝藏 bao-zang 蚌埠 beng-bu 秘鲁 bi-lu 闭塞 bi-se
        标的 biao-di 表率 biao-shuai 薄荷 bo-he 柏林 bo-lin 薄弱 bo-ruo 泊位 bo-wei 步调 bu-diao 补给 bu-ji
        不了 bu-liao 不了了之 bu-liao-liao-zhi 部长 bu-zhang 财会 cai-kuai 草率 cao-shuai 参差 cen-ci
        差事 chai-shi 偿还 chang-huan 厂长 chang-zhang 沉没 chen-mo 称职 chen-zhi 沉着 chen-zhuo
        成长 cheng-zhang 重播 chong-bo 重重 chong-chong 重叠 chong-die 重返 chong-fan 重逢 chong-feng
        重复 chong-fu 重构 chong-gou 重合 chong-he 重建 chong-jian 重启 chong-qi 重庆 chong-qing 重申 chong-shen
        重塑 chong-su 重提 chong-ti 重围 chong-wei 重温 chong-wen 重现 chong-xian 重新 chong-xin 重修 chong-xiu
        重演 chong-yan 重阳 chong-yang 重组 chong-zu 抽调 chou-diao 出差 chu-chai 出没 chu-mo 处长 chu-zhang
        船长 chuan-zhang 村长 cun-zhang 大佛 da-fo 大厦 da-sha 大城县 dai-cheng-xian 大夫 dai-fu 单薄 dan-bo
        单调 dan-diao 单元长 dan-yuan-zhang 低调 di-diao 提防 di-fang 的确 di-que 店长 dian-zhang 调拨 diao-bo
        调查 diao-cha 调出 diao-chu 调档 diao-dang 调动 diao-dong 调度 diao-du 调换 diao-huan 调回 diao-hui
        调集 diao-ji 调来 diao-lai 调离 diao-li 调令 diao-ling 调配 diao-pei 调遣 diao-qian 调取 diao-qu
        调任 diao-ren 调入 diao-ru 调研 diao-yan 调用 diao-yong 调阅 diao-yue 调子 diao-zi 东阿 dong-e
        董事长 dong-shi-zhang 堵塞 du-se 段长 duan-zhang 对称 dui-chen 队长 dui-zhang 多重 duo-chong
        返还 fan-huan 繁峙 fan-shi 反弹 fan-tan 反省 fan-xing 分行 fen-hang 奉还 feng-huan 佛法 fo-fa
        佛教 fo-jiao 佛山 fo-shan 佛寺 fo-si 佛像 fo-xiang 附着 fu-zhuo 高调 gao-diao 格调 ge-diao
        各行各业 ge-hang-ge-ye 工行 gong-hang 供给 gong-ji 鼓乐 gu-yue 管弦乐 guan-xian-yue 馆长 guan-zhang
        广厦 guang-sha 归还 gui-huan 涡阳 guo-yang 海参 hai-shen 行当 hang-dang 行规 hang-gui 行行 hang-hang
        行会 hang-hui 行家 hang-jia 行列 hang-lie 行情 hang-qing 行伍 hang-wu 行业 hang-ye 行长 hang-zhang
        河涌 he-chong 河长 he-zhang 洪洞 hong-tong 护士长 hu-shi-zhang 呼吁 hu-yu 湖长 hu-zhang 还草 huan-cao
        还贷 huan-dai 还给 huan-gei 还湖 huan-hu 还建 huan-jian 还款 huan-kuan 还林 huan-lin 还绿 huan-lv
        还迁 huan-qian 还清 huan-qing 还田 huan-tian 还乡 huan-xiang 还原 huan-yuan 还债 huan-zhai
        还账 huan-zhang 黄埔 huang-pu 会长 hui-zhang 基调 ji-diao 给付 ji-fu 给水 ji-shui 给养 ji-yang
        给与 ji-yu 给予 ji-yu 机长 ji-zhang 家长 jia-zhang 检察长 jian-cha-zhang 建行 jian-hang 校订 jiao-ding
        校对 jiao-dui 校核 jiao-he 交还 jiao-huan 交响乐 jiao-xiang-yue 校验 jiao-yan 校准 jiao-zhun
        借调 jie-diao 街长 jie-zhang 劲旅 jing-lv 局长 ju-zhang 倔强 jue-jiang 角色 jue-se 角逐 jue-zhu
        军长 jun-zhang 喀什 ka-shi 开拓 kai-tuo 可恶 ke-wu 科长 ke-zhang 恐吓 kong-he 会稽 kuai-ji 会计 kuai-ji
        乐亭 lao-ting 里弄 li-long 理事长 li-shi-zhang 礼乐 li-yue 立传 li-zhuan 连长 lian-zhang 了不起 liao-bu-qi
        了结 liao-jie 了解 liao-jie 了如指掌 liao-ru-zhi-zhang 列车长 lie-che-zhang 列传 lie-zhuan
        林长 lin-zhang 弄堂 long-tang 楼道长 lou-dao-zhang 楼栋长 lou-dong-zhang 露面 lou-mian 楼长 lou-zhang
        楼组长 lou-zu-zhang 六安 lu-an 六合区 lu-he-qu 路长 lu-zhang 论调 lun-diao 旅长 lv-zhang 麻涌 ma-chong
        埋没 mai-mo 埋怨 man-yuan 没完没了 mei-wan-mei-liao 弥勒 mi-le 秘书长 mi-shu-zhang 没落 mo-luo
        没收 mo-shou 模板 mu-ban 目的 mu-di 目的地 mu-di-di 模具 mu-ju 牟平 mu-ping 模样 mu-yang
        南水北调 nan-shui-bei-diao 年长 nian-zhang 农行 nong-hang 暖和 nuan-huo 排行 pai-hang 排长 pai-zhang
        番禺 pan-yu 配给 pei-ji 配角 pei-jue 配乐 pei-yue 便宜 pian-yi 片长 pian-zhang 漂泊 piao-bo 评传 ping-zhuan 器乐 qi-yue
        浅薄 qian-bo 犍为 qian-wei 强调 qiang-diao 腔调 qiang-diao 强劲 qiang-jing 硚口 qiao-kou 情调 qing-diao
        轻率 qing-shuai 青藏 qing-zang 曲调 qu-diao 区长 qu-zhang 劝降 quan-xiang 人参 ren-shen 三重 san-chong
        色调 se-diao 单县 shan-xian 上调 shang-diao 商行 shang-hang 商厦 shang-sha 社长 she-zhang
        声调 sheng-diao 生还 sheng-huan 声乐 sheng-yue 生长 sheng-zhang 省长 sheng-zhang 似的 shi-de
        市长 shi-zhang 师长 shi-zhang 受降 shou-xiang 首长 shou-zhang 率领 shuai-ling 率先 shuai-xian
        双重 shuang-chong 水浒传 shui-hu-zhuan 睡觉 shui-jiao 司长 si-zhang 送还 song-huan 所长 suo-zhang
        太行 tai-hang 台长 tai-zhang 弹簧 tan-huang 弹琴 tan-qin 坦率 tan-shuai 弹性 tan-xing
        讨价还价 tao-jia-huan-jia 田长 tian-zhang 停泊 ting-bo 厅长 ting-zhang 庭长 ting-zhang 同行 tong-hang
        统率 tong-shuai 投行 tou-hang 投降 tou-xiang 团长 tuan-zhang 退还 tui-huan 吞没 tun-mo 拓荒 tuo-huang
        拓宽 tuo-kuan 拓展 tuo-zhan 外调 wai-diao 网格长 wang-ge-zhang 微薄 wei-bo 委员长 wei-yuan-zhang
        吴堡 wu-bu 稀薄 xi-bo 西藏 xi-zang 下调 xia-diao 县长 xian-zhang 相称 xiang-chen 降服 xiang-fu
        乡长 xiang-zhang 巷长 xiang-zhang 猇亭 xiao-ting 校长 xiao-zhang 小传 xiao-zhuan 消长 xiao-zhang 泄露 xie-lou
        解州 xie-zhou 兄长 xiong-zhang 畜牧 xu-mu 浒墅关 xu-shu-guan 选调 xuan-diao 学长 xue-zhang 淹没 yan-mo
        铅山 yan-shan 厌恶 yan-wu 央行 yang-hang 洋行 yang-hang 一目了然 yi-mu-liao-ran 一模一样 yi-mu-yi-yang
        议长 yi-zhang 衣着 yi-zhuo 银行 yin-hang 音乐 yin-yue 荥经 ying-jing 营长 ying-zhang
        有的放矢 you-di-fang-shi 语调 yu-diao 蔚县 yu-xian 园长 yuan-zhang 院长 yuan-zhang 乐队 yue-dui
        乐府 yue-fu 乐器 yue-qi 乐清 yue-qing 乐曲 yue-qu 乐团 yue-tuan 乐章 yue-zhang 匀称 yun-chen
        藏区 zang-qu 藏医 zang-yi 藏语 zang-yu 藏族 zang-zu 曾孙 zeng-sun 增长 zeng-zhang 站长 zhan-zhang
        长辈 zhang-bei 长大 zhang-da 长官 zhang-guan 长进 zhang-jin 长老 zhang-lao 长孙 zhang-sun 长幼 zhang-you
        长者 zhang-zhe 长子 zhang-zi 长子县 zhang-zi-xian 招行 zhao-hang 着火 zhao-huo 着急 zhao-ji 着迷 zhao-mi
        朝气 zhao-qi 朝夕 zhao-xi 朝霞 zhao-xia 镇长 zhen-zhang 征调 zheng-diao 支行 zhi-hang
        直率 zhi-shuai 执着 zhi-zhuo 终了 zhong-liao 中牟 zhong-mu 州长 zhou-zhang 主角 zhu-jue 助长 zhu-zhang
        转行 zhuan-hang 传记 zhuan-ji 传略 zhuan-lve 着力 zhuo-li 着陆 zhuo-lu 着落 zhuo-luo 着色 zhuo-se 着手 zhuo-shou
        着想 zhuo-xiang 着眼 zhuo-yan 着重 zhuo-zhong 着装 zhuo-zhuang 自给 zi-ji 自给自足 zi-ji-zi-zu
        滋长 zi-zhang 自传 zi-zhuan 总行 zong-hang 枞阳 zong-yang 总长 zong-zhang 奏乐 zou-yue 阻塞 zu-se 族长 zu-zhang
        组长 zu-zhang 左传 zuo-zhuan 筠连 jun-lian 乐陵 lao-ling 莘庄 xin-zhuang 浚县 xun-xian 尉犁 yu-li
        """

    /// Words that are read as their characters are alone, but share one with a word above where a text has no spaces: the
    /// end of 进行动员 is not 行动 with 员, that of 强调解决 not 调解.
    static let usual = """
        参观 参加 参与 查处 查询 长安 长城 长处 长春 长度 长短 长假 长江 长久 长距离 长廊 长宁 长期 长三角 长沙
        长时间 长寿 长途 长效 长兴 长远 长征 长治 传播 传承 传出 传达 传递 传给 传唤 传来
        传染 传授 传送 传统 传习 传言 传真 动员 对口 高校对 会议 会员 计划 计算 家庭 建设 建议 解决
        节目的 科目的 栏目的 了解到 隆重 目标的 配合 清楚 情况 庆祝 确保 确定 确认 数目的 提高 题目的 提升 调处
        调节 调解 调控 调整 现场 项目的 新区 新型 行车 行程 行道 行动 行人 行使 行驶 行为 行政 行走 学校对 研究
        验收 业绩 业务 指标的 重点 重要 注重 组织
        """
}
