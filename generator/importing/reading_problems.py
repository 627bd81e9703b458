"""What keeps a document from being read, or a part of it; the kinds that the readers of the formats use."""

from collections.abc import Mapping

from generator.problems import ProblemKind, Severity

_E, _W = Severity.ERROR, Severity.WARNING

READING_KINDS: Mapping[str, ProblemKind] = {
    "import-encoding": ProblemKind(
        _E,
        "文件不是 UTF-8 或 GB 18030 编码的文本。",
        "The file is not text in UTF-8 or GB 18030.",
        "请另存为 UTF-8 文本再导入。",
        "Save it as UTF-8 text and import that.",
    ),
    "import-characters-lost": ProblemKind(
        _W,
        "有 {count} 个字符的编码已损坏，以“�”代替。",
        "{count} characters are damaged and stand as “�”.",
        "请对照公开的原文件补上。",
        "Fill them in from the published original.",
    ),
    "import-empty": ProblemKind(
        _E,
        "文件里没有文字。",
        "There is no text in the file.",
        "请核对是否下载完整。",
        "Check that it was downloaded whole.",
    ),
    "import-format": ProblemKind(
        _E,
        "不能读取这种格式：{read}。",
        "This format cannot be read: {read}.",
        "请另存为 .docx、.pdf、.xlsx、.html 或 .txt。",
        "Save it as .docx, .pdf, .xlsx, .html or .txt.",
    ),
    "import-damaged": ProblemKind(
        _E,
        "按 {format} 读取时出错，文件已损坏或不完整（{read}）。",
        "It cannot be read as {format}: the file is damaged or cut short ({read}).",
        "请重新下载；能用办公软件打开的，请另存一份再导入。",
        "Download it again; if an office program opens it, save a copy and import that.",
    ),
    "import-encrypted": ProblemKind(
        _E,
        "文件有打开密码。",
        "The file is locked with a password.",
        "请用办公软件打开并另存一份没有密码的。",
        "Open it in an office program and save a copy without the password.",
    ),
    "import-scan": ProblemKind(
        _E,
        "文件是扫描图像，没有文字（共 {count} 页）。",
        "The file is a scan without text ({count} pages).",
        "请先用文字识别（OCR）软件转成带文字的 PDF 或 Word，人工校对后再导入。",
        "Run OCR on it, proof-read the result as PDF or Word, then import that.",
    ),
    "import-scan-pages": ProblemKind(
        _W,
        "第 {pages} 页是图像，没有文字，没有写入草稿。",
        "Pages {pages} are images without text and are not in the draft.",
        "请对照原文件；有绩效目标表的，先做文字识别（OCR）。",
        "Compare the original; where they hold target tables, run OCR first.",
    ),
    "import-too-large": ProblemKind(
        _E,
        "{what}为 {read}，上限为 {expected}，没有读取。",
        "{what}: {read}, the limit is {expected}; it was not read.",
        "请核对文件；确实这样大的，请分成几份导入。",
        "Check the file; if it really is that large, import it in parts.",
    ),
    "import-too-slow": ProblemKind(
        _E,
        "读取所需的时间或内存超过上限（{seconds} 秒、{memory}），已停止。",
        "Reading it needs more than {seconds} seconds or {memory} of memory and was stopped.",
        "文件可能已损坏；请另存一份较小的再导入。",
        "The file may be damaged; save a smaller copy and import that.",
    ),
    "import-doctype": ProblemKind(
        _E,
        "文件的“{read}”里有实体声明（DOCTYPE），可能是恶意文件，没有读取。",
        "“{read}” in the file declares entities (DOCTYPE), as hostile files do; it was not read.",
        "请从发布网站重新下载，或用办公软件另存一份。",
        "Download it from the publisher again, or save a copy with an office program.",
    ),
    "import-archive-path": ProblemKind(
        _E,
        "压缩包里的路径越出压缩包：{read}；没有读取。",
        "A path in the archive leaves it: {read}; it was not read.",
        "请解压后核对，再导入各个文件。",
        "Unpack it, check it, and import its files one by one.",
    ),
    "import-archive-link": ProblemKind(
        _E,
        "这是符号链接，没有读取：{read}。",
        "This is a symbolic link and was not read: {read}.",
        "请放入文件本身。",
        "Put the file itself there.",
    ),
    "import-archive-nested": ProblemKind(
        _E,
        "压缩包里的压缩包没有读取：{read}。",
        "An archive inside an archive or folder was not read: {read}.",
        "请先解压，再导入其中的文件。",
        "Unpack it first and import its files.",
    ),
    "import-archive": ProblemKind(
        _E,
        "这是压缩包，里面可能有几份文件。",
        "This is an archive, which may hold several documents.",
        "请作为压缩包导入，或先解压。",
        "Import it as an archive, or unpack it first.",
    ),
    "import-archive-empty": ProblemKind(
        _E,
        "里面没有可以导入的文件。",
        "There is no document to import in it.",
        "请核对文件夹或压缩包。",
        "Check the folder or archive.",
    ),
    "import-sheet-hidden": ProblemKind(
        _W,
        "隐藏的工作表“{sheet}”没有读取。",
        "The hidden sheet “{sheet}” was not read.",
        "请看其中是否有已公开的数据；有的，取消隐藏再导入。",
        "See whether it holds published data; if so, unhide it and import again.",
    ),
    "import-number-format": ProblemKind(
        _W,
        "这种电子表格看不到数字的显示格式，{count} 个小数按存储值读出（可能印作百分比）。",
        "The display of numbers cannot be seen in this kind of spreadsheet; {count} fractions are given as stored and may be printed as per cent.",
        "请另存为 .xlsx 再导入，或对照原文件核对。",
        "Save it as .xlsx and import that, or compare the original.",
    ),
}
