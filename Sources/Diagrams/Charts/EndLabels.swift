/// Moves labels apart that stand in one column.
enum EndLabels {
    /// Centres near those that were asked for, in the same order, without overlap, between `top` and `bottom` where
    /// there is room for all.
    ///
    /// Source: pooling of adjacent violators; labels that push each other move as one block.
    static func spread(_ labels: [(center: Double, height: Double)], top: Double, bottom: Double) -> [Double]
    {
        struct Block {
            var labels: ClosedRange<Int>
            var height: Double
            /// Sum over its labels of the block's best centre as each one sees it.
            var wish: Double
            var center: Double { wish / Double(labels.count) }
        }
        var blocks: [Block] = []
        for (index, label) in labels.enumerated() {
            var block = Block(labels: index...index, height: label.height, wish: label.center)
            while let above = blocks.last, above.center + above.height / 2 > block.center - block.height / 2 {
                blocks.removeLast()
                // What the joint centre would be if each label stood where it wishes.
                let height = above.height + block.height
                let wish =
                    above.wish + Double(above.labels.count) * (height / 2 - above.height / 2)
                    + block.wish - Double(block.labels.count) * (height / 2 - block.height / 2)
                block = Block(
                    labels: above.labels.lowerBound...block.labels.upperBound, height: height, wish: wish)
            }
            let least = top + block.height / 2
            let most = max(bottom - block.height / 2, least)
            block.wish = min(max(block.center, least), most) * Double(block.labels.count)
            blocks.append(block)
        }
        var centers: [Double] = []
        for block in blocks {
            var y = block.center - block.height / 2
            for index in block.labels {
                centers.append(y + labels[index].height / 2)
                y += labels[index].height
            }
        }
        // Blocks held back by an end may touch the next ones: once down, once up.
        for index in centers.indices.dropFirst() {
            let least = centers[index - 1] + (labels[index - 1].height + labels[index].height) / 2
            centers[index] = max(centers[index], least)
        }
        var limit = bottom
        for index in centers.indices.reversed() {
            centers[index] = min(centers[index], limit - labels[index].height / 2)
            limit = centers[index] - labels[index].height / 2
        }
        return centers
    }
}
