import CCmark

extension HTMLRenderer {
    mutating func renderList(_ node: CMarkNode, entering: Bool) {
        let isBulleted = cmark_node_get_list_type(node.pointer) == CMARK_BULLET_LIST
        guard entering else {
            isBulleted ? output.append("</ul>\n") : output.append("</ol>\n")
            return
        }
        beginLine()
        let start = Int(cmark_node_get_list_start(node.pointer))
        if isBulleted {
            output.append("<ul>\n")
        } else if start == 1 {
            output.append("<ol>\n")
        } else {
            output.append("<ol start=\"")
            output += String(start).utf8
            output.append("\">\n")
        }
    }

    mutating func renderItem(_ node: CMarkNode, entering: Bool) {
        guard entering else {
            output.append("</li>\n")
            return
        }
        beginLine()
        output.append("<li>")
        if let task = TaskListPass.state(of: node) {
            output.append("<input type=\"checkbox\"")
            if task == .done { output.append(" checked=\"\"") }
            output.append(" disabled=\"\" /> ")
        }
    }
}
