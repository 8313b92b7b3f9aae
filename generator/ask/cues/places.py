"""Countries, cities and time zones as people name them. A city brings its country and its zone."""

_CITIES = """
london GB Europe/London|manchester GB Europe/London|edinburgh GB Europe/London|dublin IE Europe/Dublin
lisbon PT Europe/Lisbon|lisboa PT Europe/Lisbon|porto PT Europe/Lisbon|madrid ES Europe/Madrid|barcelona ES Europe/Madrid
paris FR Europe/Paris|lyon FR Europe/Paris|brussels BE Europe/Brussels|amsterdam NL Europe/Amsterdam
berlin DE Europe/Berlin|munich DE Europe/Berlin|münchen DE Europe/Berlin|hamburg DE Europe/Berlin|köln DE Europe/Berlin
frankfurt DE Europe/Berlin|zurich CH Europe/Zurich|zürich CH Europe/Zurich|geneva CH Europe/Zurich|vienna AT Europe/Vienna
wien AT Europe/Vienna|rome IT Europe/Rome|milan IT Europe/Rome|prague CZ Europe/Prague|warsaw PL Europe/Warsaw
krakow PL Europe/Warsaw|budapest HU Europe/Budapest|bucharest RO Europe/Bucharest|sofia BG Europe/Sofia
athens GR Europe/Athens|istanbul TR Europe/Istanbul|ankara TR Europe/Istanbul|kyiv UA Europe/Kyiv|kiev UA Europe/Kyiv
copenhagen DK Europe/Copenhagen|stockholm SE Europe/Stockholm|oslo NO Europe/Oslo|helsinki FI Europe/Helsinki
tallinn EE Europe/Tallinn|riga LV Europe/Riga|vilnius LT Europe/Vilnius|belgrade RS Europe/Belgrade|zagreb HR Europe/Zagreb
lagos NG Africa/Lagos|abuja NG Africa/Lagos|accra GH Africa/Accra|nairobi KE Africa/Nairobi|kampala UG Africa/Kampala
kigali RW Africa/Kigali|addis ababa ET Africa/Addis_Ababa|cairo EG Africa/Cairo|casablanca MA Africa/Casablanca
tunis TN Africa/Tunis|cape town ZA Africa/Johannesburg|johannesburg ZA Africa/Johannesburg|dakar SN Africa/Dakar
yaounde CM Africa/Douala|douala CM Africa/Douala|dar es salaam TZ Africa/Dar_es_Salaam|harare ZW Africa/Harare
bangalore IN Asia/Kolkata|bengaluru IN Asia/Kolkata|mumbai IN Asia/Kolkata|delhi IN Asia/Kolkata|new delhi IN Asia/Kolkata
pune IN Asia/Kolkata|chennai IN Asia/Kolkata|hyderabad IN Asia/Kolkata|kolkata IN Asia/Kolkata|ahmedabad IN Asia/Kolkata
karachi PK Asia/Karachi|lahore PK Asia/Karachi|islamabad PK Asia/Karachi|dhaka BD Asia/Dhaka|kathmandu NP Asia/Kathmandu
colombo LK Asia/Colombo|dubai AE Asia/Dubai|riyadh SA Asia/Riyadh|tel aviv IL Asia/Jerusalem|tehran IR Asia/Tehran
beirut LB Asia/Beirut|amman JO Asia/Amman|singapore SG Asia/Singapore|kuala lumpur MY Asia/Kuala_Lumpur
jakarta ID Asia/Jakarta|manila PH Asia/Manila|bangkok TH Asia/Bangkok|hanoi VN Asia/Ho_Chi_Minh|saigon VN Asia/Ho_Chi_Minh
hong kong HK Asia/Hong_Kong|taipei TW Asia/Taipei|beijing CN Asia/Shanghai|shanghai CN Asia/Shanghai|tokyo JP Asia/Tokyo
osaka JP Asia/Tokyo|seoul KR Asia/Seoul|sydney AU Australia/Sydney|melbourne AU Australia/Melbourne
brisbane AU Australia/Brisbane|perth AU Australia/Perth|auckland NZ Pacific/Auckland|wellington NZ Pacific/Auckland
new york US America/New_York|nyc US America/New_York|boston US America/New_York|atlanta US America/New_York
miami US America/New_York|chicago US America/Chicago|austin US America/Chicago|houston US America/Chicago
dallas US America/Chicago|denver US America/Denver|phoenix arizona US America/Phoenix|seattle US America/Los_Angeles
san francisco US America/Los_Angeles|los angeles US America/Los_Angeles|san diego US America/Los_Angeles
toronto CA America/Toronto|montreal CA America/Toronto|ottawa CA America/Toronto|vancouver CA America/Vancouver
mexico city MX America/Mexico_City|guadalajara MX America/Mexico_City|bogota CO America/Bogota|medellin CO America/Bogota
lima PE America/Lima|quito EC America/Guayaquil|santiago CL America/Santiago|buenos aires AR America/Argentina/Buenos_Aires
montevideo UY America/Montevideo|caracas VE America/Caracas|sao paulo BR America/Sao_Paulo|rio de janeiro BR America/Sao_Paulo
brasilia BR America/Sao_Paulo|recife BR America/Recife|fortaleza BR America/Fortaleza
"""

_COUNTRIES = {
    "AR": "argentina", "AT": "austria|österreich", "AU": "australia", "BD": "bangladesh", "BE": "belgium|belgique",
    "BR": "brazil|brasil|brasilien|brésil", "CA": "canada", "CH": "switzerland|schweiz|suisse", "CL": "chile", "CM": "cameroon",
    "CN": "china", "CO": "colombia", "CZ": "czech republic|czechia", "DE": "germany|deutschland|alemania|allemagne|alemanha",
    "DK": "denmark", "EG": "egypt", "ES": "spain|españa|spanien|espagne", "ET": "ethiopia", "FI": "finland",
    "FR": "france|frankreich|francia|frança", "GB": "uk|united kingdom|england|great britain|scotland", "GH": "ghana",
    "GR": "greece", "HU": "hungary", "ID": "indonesia", "IE": "ireland", "IL": "israel", "IN": "india", "IT": "italy|italien",
    "JP": "japan", "KE": "kenya", "KR": "south korea", "LK": "sri lanka", "MA": "morocco", "MX": "mexico|méxico",
    "MY": "malaysia", "NG": "nigeria", "NL": "netherlands|the netherlands", "NO": "norway", "NP": "nepal", "NZ": "new zealand",
    "PE": "peru", "PH": "philippines", "PK": "pakistan", "PL": "poland", "PT": "portugal", "RO": "romania", "RS": "serbia",
    "RW": "rwanda", "SE": "sweden", "SG": "singapore", "SN": "senegal", "TN": "tunisia", "TR": "türkiye", "TW": "taiwan",
    "TZ": "tanzania", "UA": "ukraine", "UG": "uganda", "US": "usa|united states|united states of america",
    "VN": "vietnam", "ZA": "south africa", "ZW": "zimbabwe",
}  # fmt: skip

_ABBREVIATIONS = {
    "UTC": "utc|gmt", "Asia/Kolkata": "ist", "Europe/Berlin": "cet|cest", "Europe/Athens": "eet|eest",
    "Europe/London": "bst", "Europe/Lisbon": "wet|west", "America/New_York": "est|edt", "America/Chicago": "cst|cdt",
    "America/Denver": "mst|mdt", "America/Los_Angeles": "pst|pdt", "America/Sao_Paulo": "brt",
    "Africa/Lagos": "wat", "Africa/Nairobi": "eat", "Asia/Singapore": "sgt", "Asia/Manila": "pht", "Asia/Tokyo": "jst",
    "Australia/Sydney": "aest|aedt", "Pacific/Auckland": "nzst|nzdt",
}  # fmt: skip

VALUES = {
    "city": {},
    "country": _COUNTRIES,
    "abbreviation": _ABBREVIATIONS,
}
for _line in _CITIES.strip().replace("\n", "|").split("|"):
    _name, _country, _zone = _line.rsplit(" ", 2)
    _value = f"{_country}/{_name.title().replace(' ', '_')} {_zone}"
    VALUES["city"][_value] = _name

OFFSETS = {
    "-10": "Pacific/Honolulu", "-9": "America/Anchorage", "-8": "America/Los_Angeles", "-7": "America/Denver",
    "-6": "America/Chicago", "-5": "America/New_York", "-4": "America/Halifax", "-3": "America/Sao_Paulo",
    "-1": "Atlantic/Azores", "+0": "UTC", "-0": "UTC", "+1": "Europe/Berlin", "+2": "Europe/Athens",
    "+3": "Africa/Nairobi", "+3:30": "Asia/Tehran", "+4": "Asia/Dubai", "+4:30": "Asia/Kabul", "+5": "Asia/Karachi",
    "+5:30": "Asia/Kolkata", "+5:45": "Asia/Kathmandu", "+6": "Asia/Dhaka", "+7": "Asia/Bangkok", "+8": "Asia/Singapore",
    "+9": "Asia/Tokyo", "+9:30": "Australia/Adelaide", "+10": "Australia/Brisbane", "+11": "Pacific/Noumea",
    "+12": "Pacific/Auckland",
}  # fmt: skip
"""One well-known zone for each distance from UTC."""

AFTER = "in from at near around based aus bei em en de à a desde da do"
