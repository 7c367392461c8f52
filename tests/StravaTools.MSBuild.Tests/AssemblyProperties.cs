using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace StravaTools.MSBuild.Tests;

/// <summary>
/// The properties of types in an assembly that cannot be loaded here, because it requires MSBuild or PowerShell.
/// </summary>
internal sealed class AssemblyProperties(string path) : IDisposable
{
    private readonly PEReader _file = new(File.OpenRead(path));

    private MetadataReader Reader => _file.GetMetadataReader();

    public void Dispose() => _file.Dispose();

    /// <summary>The public properties of a class and its bases in the assembly that can be set.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attribute">Only those with this attribute; null for all.</param>
    public HashSet<string> Find(string type, string? attribute = null)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var handle = Reader.TypeDefinitions.Single(handle => Reader.GetString(Reader.GetTypeDefinition(handle).Name) == type);
        while (!handle.IsNil)
        {
            var definition = Reader.GetTypeDefinition(handle);
            var properties = definition.GetProperties().Select(Reader.GetPropertyDefinition).Where(IsSettable);
            names.UnionWith(properties.Where(property => attribute is null || HasAttribute(property, attribute))
                .Select(property => Reader.GetString(property.Name)));
            handle = BaseOf(definition);
        }

        return names;
    }

    private static TypeDefinitionHandle BaseOf(TypeDefinition definition)
    {
        if (definition.BaseType.Kind == HandleKind.TypeDefinition)
        {
            return (TypeDefinitionHandle)definition.BaseType;
        }

        return default;
    }

    private bool IsSettable(PropertyDefinition property)
    {
        var setter = property.GetAccessors().Setter;
        return !setter.IsNil && Reader.GetMethodDefinition(setter).Attributes.HasFlag(System.Reflection.MethodAttributes.Public);
    }

    private bool HasAttribute(PropertyDefinition property, string name) =>
        property.GetCustomAttributes().Any(handle => NameOf(Reader.GetCustomAttribute(handle)) == name);

    private string? NameOf(CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var parent = Reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return Reader.GetString(Reader.GetTypeReference((TypeReferenceHandle)parent).Name);
    }
}
