using System.Globalization;
using System.Xml;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>Finds, orders, and removes elements of a document without namespaces, by their name without its prefix.</summary>
internal static class XmlPoints
{
    public static string LocalName(this XmlNode node) => node.Name[(node.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static List<XmlElement> Children(this XmlElement parent, string name) =>
        [.. parent.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName() == name)];

    public static XmlElement? FindChild(this XmlElement parent, string name) =>
        parent.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName() == name);

    /// <summary>
    /// The elements below an element in document order. Unlike GetElementsByTagName, this leaves no listener that each later change of the
    /// document calls.
    /// </summary>
    public static IEnumerable<XmlElement> Descendants(this XmlElement root)
    {
        for (var node = NextNode(root, root); node is not null; node = NextNode(node, root))
        {
            if (node is XmlElement element)
            {
                yield return element;
            }
        }
    }

    public static DateTimeOffset? ReadTime(this XmlElement point, string name)
    {
        if (point.FindChild(name) is { } element && IsoTime.TryParse(element.InnerText, out var time))
        {
            return time.Time;
        }

        return null;
    }

    public static bool IsZero(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;

    /// <summary>True for text that is neither blank nor a number. A missing value is allowed.</summary>
    public static bool IsUnreadable(string? text) =>
        !string.IsNullOrWhiteSpace(text)
        && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number));

    /// <summary>
    /// The innermost elements below an element, at any depth, with these local names and a value that is not a number. Elements among text
    /// are left out: without them, the text before and after would become one value.
    /// </summary>
    public static List<XmlElement> FindUnreadable(this XmlElement parent, IReadOnlySet<string> names) =>
        [.. parent.Descendants()
            .Where(element => names.Contains(element.LocalName()) && !element.ChildNodes.OfType<XmlElement>().Any())
            .Where(element => IsUnreadable(element.InnerText) && !element.ParentNode!.ChildNodes.OfType<XmlCharacterData>().Any(IsText))];

    private static bool IsText(XmlCharacterData node) => node.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;

    /// <summary>
    /// Adds an attribute whose name has a prefix, or is xmlns. A document that creates such an attribute treats it as a namespace and can
    /// no longer be written without namespaces. So the attribute comes from a reader without namespaces.
    /// </summary>
    public static void AddAttribute(this XmlElement element, string name, string value)
    {
        using var xml = new XmlTextReader(new StringReader($"<a {name}=\"{value}\"/>"))
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
        };
        xml.MoveToContent();
        var carrier = (XmlElement)element.OwnerDocument.ReadNode(xml)!;
        element.SetAttributeNode(carrier.RemoveAttributeNode(carrier.Attributes[0])!);
    }

    /// <summary>Removes elements, each with the white space before it.</summary>
    public static void RemoveAll(IEnumerable<XmlElement> elements)
    {
        foreach (var siblings in elements.GroupBy(element => element.ParentNode!))
        {
            var removed = siblings.ToHashSet<XmlNode>();
            var kept = new List<XmlNode>();
            foreach (XmlNode child in siblings.Key.ChildNodes)
            {
                if (!removed.Contains(child))
                {
                    kept.Add(child);
                }
                else if (kept is [.., XmlWhitespace or XmlSignificantWhitespace])
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }

            ReplaceChildren(siblings.Key, kept);
        }
    }

    /// <summary>Removes points without time, unless no point has a time: the file is then a plan, not a recording.</summary>
    public static int DropTimeless(List<XmlElement> points, string time)
    {
        var timeless = points.Where(point => point.ReadTime(time) is null).ToList();
        if (timeless.Count == points.Count)
        {
            return 0;
        }

        RemoveAll(timeless);
        return timeless.Count;
    }

    /// <summary>Sorts siblings by time; those without a time stay after the sibling that they follow.</summary>
    /// <returns>The number of siblings that were moved.</returns>
    public static int OrderByTime(List<XmlElement> siblings, Func<XmlElement, DateTimeOffset?> timeOf)
    {
        var last = DateTimeOffset.MinValue;
        var times = siblings.ConvertAll(sibling => last = timeOf(sibling) ?? last);
        var order = Enumerable.Range(0, siblings.Count).OrderBy(i => times[i]).ToArray();
        var moved = order.Where((from, to) => from != to).Count();
        if (moved == 0)
        {
            return 0;
        }

        // Comments and white space between the siblings stay in place.
        var parent = siblings[0].ParentNode!;
        var ordered = new Queue<XmlElement>(order.Select(i => siblings[i]));
        var isMoved = siblings.ToHashSet<XmlNode>();
        var children = parent.ChildNodes.Cast<XmlNode>().Select(child => isMoved.Contains(child) ? ordered.Dequeue() : child);
        ReplaceChildren(parent, [.. children]);
        return moved;
    }

    /// <summary>
    /// Removes all children, and adds the given ones. To remove or replace a child, XmlNode searches for its previous sibling, starting at
    /// the first child. For many children, one by one, the time would grow with the square of their number.
    /// </summary>
    private static void ReplaceChildren(XmlNode parent, List<XmlNode> children)
    {
        while (parent.FirstChild is { } child)
        {
            parent.RemoveChild(child);
        }

        children.ForEach(child => parent.AppendChild(child));
    }

    /// <summary>The next node in document order, without recursion: a file may be nested 100,000 deep.</summary>
    private static XmlNode? NextNode(XmlNode node, XmlNode root)
    {
        if (node.FirstChild is { } child)
        {
            return child;
        }

        var at = node;
        while (at != root && at.NextSibling is null)
        {
            at = at.ParentNode!;
        }

        if (at == root)
        {
            return null;
        }

        return at.NextSibling;
    }
}
