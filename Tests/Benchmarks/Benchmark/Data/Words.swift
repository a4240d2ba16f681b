/// What made-up mails are put together from.
enum Words {
    static let people = lists([
        "Mara Winter", "Tom O'Brien", "Inés Peña Ruiz", "Chloé Béranger", "Björn Gräf",
        "Zofia Święcka",
        "Åse Nygård", "Дмитрий Орлов", "Елена Соколова", "Νίκος Αλεξίου", "陈思远", "鈴木 花子",
        "박서준", "سارة حسن", "דניאל לוי", "अनिता वर्मा", "มานี รักเรียน", "Trần Thị Bình", "Accounts",
        "Newsroom", "noreply", "\"Hale, Ruth\"", "Build Robot", "Support Desk", "Dr. Éva Kovács",
    ])
    static let domains = lists([
        "example.com", "example.org", "example.net", "mail.example.com", "lists.example.org",
        "shop.example.net", "corp.example.com", "uni.example.edu", "xn--grn-hoa.example",
        "notices.example.io", "deals.example.biz", "crm.example.co.uk",
    ])
    static let boxes = lists([
        "mara.winter", "hello", "desk", "billing", "no-reply", "digest", "orders", "alarms",
        "people",
        "d.orlov", "bounce+7c1e", "sales", "root", "postmaster", "i.pena",
    ])
    static let own = lists(["in.example.com", "desk.example.com", "abuse.in.example.com"])
    static let hosts = lists([
        "mx7", "out-3", "relay2", "edge", "smtp-b12", "lists", "gw-eu", "a22",
    ])
    static let regions = lists(["us-east-1", "eu-west-1", "us-west-2"])
    static let agents = lists([
        "Apple Mail (2.3826.200.121)", "Evolution 3.52.4", "Microsoft Outlook 16.0",
        "Roundcube 1.6.9",
        "PHPMailer 6.9.3 (https://github.com/PHPMailer/PHPMailer)",
    ])
    static let types = lists([
        "text/plain; charset=utf-8", "text/html; charset=\"UTF-8\"",
        "multipart/alternative; boundary=\"=_b1", "multipart/mixed; boundary=\"----=_Part_9",
    ])
    /// Subjects; `#` becomes a number.
    static let subjects = lists([
        "Order # is on its way", "Re: notes of week #", "Invoice # of November", "# new answers",
        "[ci] run # failed on trunk", "Fwd: minutes, item #", "Your receipt for €#,50",
        "Ticket #: \"no sign-in\" (open again)", "Acta de la reunión n.º #",
        "Reçu n° # – merci à vous",
        "Ihre Rechnung # für Größe M", "Счёт № # к оплате", "Отчёт за # неделю", "第#回定例会のご案内",
        "【ご確認】ご注文 #", "订单 # 已发货", "주문 #이 발송되었습니다", "فاتورة #", "חשבונית #", "बीजक #",
        "ใบเสร็จ #", "Hóa đơn #", "Παραγγελία #", "🚀 Version # is out", "C:\\Temp\\list#.csv",
        "columns\tand \"quotes\" #", "Out of office until the #th",
    ])
    static let lures = lists([
        "💰 # coins are YOURS", "Parcel # could not be delivered", "URGENT: transfer of #",
        "Your mailbox closes in # hours", "您的账户 # 已被冻结", "Ваш выигрыш: # рублей",
        "Gagnez # € ce soir", "当選おめでとう # 円", "Wallet \u{202E}gpj.exe\u{202C} #",
    ])

    private static func lists(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
}
