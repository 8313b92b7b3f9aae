"""Names of people who do not exist, in fourteen scripts and languages.

Family names are made of stars, light and sky, so that nobody mistakes a synthetic person for a real one.
Each name in another script has its spelling for a GitHub handle beside it.
"""

import unicodedata
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Names of one language: given and family names as (written, latin), and which of them comes first."""

    language: str
    given: tuple[tuple[str, str], ...]
    family: tuple[tuple[str, str], ...]
    family_first: bool = False
    joint: str = " "


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as they write it, its latin spelling in small letters, and its language."""

    written: str
    latin: str
    language: str


def draw_name(random: Random, group: NameGroup) -> Name:
    """Draw a name: mostly given and family name, sometimes with an initial between, sometimes a first name only."""
    given, latin_given = random.choice(group.given)
    family, latin_family = random.choice(group.family)
    manner = random.random()
    if manner < 0.08:
        return Name(given, latin_given, group.language)
    if manner < 0.16 and group.joint:
        return Name(f"{given} {family[0]}.", latin_given + random.choice(("", "-")) + latin_family[0], group.language)
    middle = f"{random.choice('ABCDEFGHJKLMNPRSTVW')}. " if manner < 0.3 and group.language == "en" else ""
    written = f"{family}{group.joint}{given}" if group.family_first else f"{given} {middle}{family}"
    latin = latin_given + random.choice(("-", "", "-")) + latin_family
    return Name(written, latin, group.language)


def _latin(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(str.maketrans("ıøłßđ", "iolsd"))).lower()
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read "Ana Zoë" or "Анна=anna Зоя=zoya"."""
    words = (word.partition("=") for word in text.split())
    return tuple((written, latin or _latin(written)) for written, _, latin in words)


GROUPS: dict[str, NameGroup] = {
    group.language: group
    for group in (
        NameGroup(
            "en",
            _pairs(
                "Ada Alice Amber Audrey Beth Blake Bryn Cara Casey Cleo Dana Drew Eden Edie Ellis Erin Faye Finn Flora Freya Gale Greer "
                "Hana Hazel Imogen Indigo Iris Ivy Jamie Jess Jo Jude Juno Kai Keira Kit Lena Leo Lila Logan Lou Luna Mabel Maeve Max "
                "Mia Milo Morgan Nell Niamh Noa Noel Olive Orla Oscar Otis Pat Pearl Quinn Reese Remy Robin Rory Rowan Ruby Rue Sage Sam "
                "Sasha Sky Tara Tess Theo Toby Uma Vera Wren Yuki Zara Zed"
            ),
            _pairs(
                "Starling Northway Brightwater Fernlight Compassrose Moonfield Skylark Dawnley Cometree Silverdusk Lanternby Meteorn "
                "Halfmoon Eastwind Orbitson Galaxley Starbrook Nightingdale Sunmeadow Cloudberry Auroraby Pathfinder Wayfarer Equinoxley "
                "Solsticer Nebulane Zenithorpe Lumen Twilighter Beaconsby Starfell Windrosen Tidewell Eclipston Horizonby Daybreaker "
                "Rainbowe Frostlight Moonraker Stargate Sextanter Astrolabe Novabury Polestar"
            ),
        ),
        NameGroup(
            "de",
            _pairs("Anke Bernd Birte Britta Dirk Elke Emil Frieda Greta Hanno Heike Ilka Jana Jonas Jörg Katrin Lars Lotte Malte Maren Nils Silke Sönke Theda Uwe"),
            _pairs("Sternfeld Abendlicht Morgenrot Himmelreich Polarstern Mondschein Nachtwind Sonnental Wolkenstein Lichtblau Kometenberg Zwielicht Nordlicht Frühtau"),
        ),
        NameGroup(
            "fr",
            _pairs("Aline Amélie Anaïs Baptiste Chloé Clément Élise Fabien Gaël Inès Jérôme Léa Maël Manon Maxime Noémie Océane Rémi Solène Théo Zoé"),
            _pairs("Étoile Clairdelune Beauciel Aubépin Lumière Cométin Soleillet Crépuscule Nuageux Ventdoux Bellaurore Astral Lointain Firmament"),
        ),
        NameGroup(
            "es",
            _pairs("Alba Begoña Bruno Carmen Diego Elena Gonzalo Inés Iván Jimena Lucía Lupe Marcos Mateo Nuria Pilar Rocío Sofía Tomás Ximena Yago"),
            _pairs("Estrella Lucero Delcielo Amanecer Solano Vientosur Lunares Cometa Horizonte Nubeclara Rosadelviento Firmamento Delalba Constelado"),
        ),
        NameGroup(
            "pt",
            _pairs("Afonso Beatriz Caio Catarina Davi Fabrício Helena Iara João Lívia Luís Marina Otávio Raquel Rafa Sílvia Tainá Thiago Vitória"),
            _pairs("Estrelinha Luardo Céuazul Madrugada Solpoente Ventania Cometário Auroral Nuvens Horizontino Noiteclara Brisamar"),
        ),
        NameGroup(
            "nl",
            _pairs("Anouk Bram Daan Femke Fleur Jelle Joris Lieke Lotte Maarten Maud Mees Niels Pien Roos Sanne Sjoerd Tess Thijs Wouter"),
            _pairs("Sterrenveld Maanlicht Noorderzon Avondrood Zonneweide Hemelrijk Wolkenvelt Dageraat Windroos Komeetman Poolster"),
        ),
        NameGroup(
            "ru",
            _pairs(
                "Анна=anna Борис=boris Вера=vera Глеб=gleb Дарья=darya Егор=egor Жанна=zhanna Зоя=zoya Игорь=igor Инна=inna Кира=kira "
                "Лев=lev Марина=marina Никита=nikita Ольга=olga Павел=pavel Рита=rita Софья=sofya Тимур=timur Юлия=yulia Яна=yana"
            ),
            _pairs(
                "Звёздная=zvezdnaya Рассветова=rassvetova Лунный=lunnyi Кометов=kometov Небесный=nebesny Зорькин=zorkin Созвездный=sozvezdny "
                "Ветров-Дальний=vetrov Лучистая=luchistaya Северян=severyan Млечный=mlechny"
            ),
        ),
        NameGroup(
            "tr",
            _pairs("Aylin Barış Berk Ceren Defne Ege Elif Emre Gizem İpek Kaan Lale Mert Nehir Onur Pelin Selin Tolga Umut Zeynep"),
            _pairs("Yıldızlı Gökçeay Ayışığı Şafaksu Kutupyıldızı Günebakan Rüzgarlı Bulutsever Samanyolu Ufukçizgisi Alacakaran"),
        ),
        NameGroup(
            "ar",
            _pairs(
                "أمل=amal إيمان=iman باسم=basem جنى=jana حسن=hasan داليا=dalia رامي=rami ريم=reem زياد=ziad سلمى=salma سمير=samir "
                "طارق=tarek علي=ali فرح=farah كريم=karim ليلى=layla مريم=maryam نور=nour هدى=huda ياسمين=yasmin"
            ),
            _pairs("النجم=alnajm القمر=alqamar الفجر=alfajr السماء=alsama الضياء=aldiya الأفق=alufuq الشهاب=alshihab الغيم=alghaym الثريا=althurayya السنا=alsana"),
        ),
        NameGroup(
            "hi",
            _pairs(
                "Aarav Aditi Anika Arjun Asha Dev Diya Isha Kabir Kavya Kiran Lakshmi Meera Neel Nisha Pooja Priya Rahul Riya Rohan Tara Varun "
                "आशा=asha कबीर=kabir दिया=diya मीरा=meera नील=neel रिया=riya"
            ),
            _pairs("Tarakiran Chandralok Akashdeep Suryamani Nakshatra Dhruvtara Megharaj Ushakiran Jyotilok Antariksh तारा=tara चाँदनी=chandni आकाश=akash"),
        ),
        NameGroup(
            "zh",
            _pairs("晨=chen 子涵=zihan 思远=siyuan 雨桐=yutong 浩然=haoran 欣怡=xinyi 明轩=mingxuan 若曦=ruoxi 一诺=yinuo 天宇=tianyu 静=jing 乐=le 安然=anran 书瑶=shuyao"),
            _pairs("星=xing 月=yue 辰=chen 云=yun 霄=xiao 曙=shu 银河=yinhe 北斗=beidou 朝霞=zhaoxia 晴空=qingkong"),
            family_first=True, joint="",
        ),
        NameGroup(
            "ja",
            _pairs("葵=aoi 陽菜=hina 蓮=ren 美咲=misaki 大和=yamato 結衣=yui 悠真=yuma 凛=rin 翔太=shota さくら=sakura 楓=kaede 直樹=naoki 千尋=chihiro ひかり=hikari"),
            _pairs("星空=hoshizora 月影=tsukikage 天川=amakawa 朝焼=asayake 夜風=yokaze 流星=ryusei 虹野=nijino 暁月=akatsuki 雲海=unkai 北極=hokkyoku"),
            family_first=True,
        ),
        NameGroup(
            "ko",
            _pairs("민준=minjun 서연=seoyeon 지우=jiwoo 하늘=haneul 도윤=doyun 수아=sua 예린=yerin 준서=junseo 다은=daeun 유진=yujin 태오=taeo 나래=narae"),
            _pairs("별=byeol 달=dal 빛=bit 새벽=saebyeok 은하=eunha 노을=noeul 구름=gureum 바람=baram"),
            family_first=True,
        ),
        NameGroup(
            "yo",
            _pairs("Adé Ayọ̀ Bọ́lá Damilọ́lá Dayọ̀ Fẹ́mi Fúnmi Ìfẹ́ Kẹ́mi Kúnlé Ṣadé Ṣẹ́gun Simi Tádé Táyọ̀ Tèmi Tolú Wálé Yémi"),
            _pairs("Ìràwọ̀ Òṣùpá Ọ̀run Ìmọ́lẹ̀ Òwúrọ̀ Afẹ́fẹ́ Àwọsánmà Ìtànná Òṣùmàrè"),
        ),
    )
}  # fmt: skip

_OF_ZONE = {
    "Europe/Berlin": "de", "Europe/Vienna": "de", "Europe/Zurich": "de", "Europe/Paris": "fr", "Europe/Brussels": "fr",
    "Africa/Douala": "fr", "Europe/Madrid": "es", "America/Argentina/Buenos_Aires": "es", "America/Bogota": "es",
    "America/Mexico_City": "es", "America/Lima": "es", "America/Santiago": "es", "America/Montevideo": "es",
    "America/Sao_Paulo": "pt", "Europe/Lisbon": "pt", "Europe/Amsterdam": "nl", "Europe/Moscow": "ru", "Europe/Minsk": "ru",
    "Europe/Istanbul": "tr", "Africa/Cairo": "ar", "Asia/Amman": "ar", "Asia/Beirut": "ar", "Asia/Riyadh": "ar", "Africa/Algiers": "ar",
    "Africa/Casablanca": "ar", "Asia/Kolkata": "hi", "Asia/Kathmandu": "hi", "Asia/Shanghai": "zh", "Asia/Singapore": "zh",
    "Asia/Tokyo": "ja", "Asia/Seoul": "ko", "Africa/Lagos": "yo",
}  # fmt: skip


def draw_group(random: Random, zone: str, languages: tuple[str, ...]) -> NameGroup:
    """Draw the names' language: often one that the person speaks, often that of the place, and sometimes any."""
    chance = random.random()
    spoken = [language for language in languages if language != "en" and language in GROUPS]
    if spoken and chance < 0.8:
        return GROUPS[random.choice(spoken)]
    if chance < 0.88:
        return GROUPS[_OF_ZONE.get(zone, "en")]
    return GROUPS[random.choice(tuple(GROUPS))]
