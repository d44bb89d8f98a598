//~ family: E0062-field-twice
//~ vary f32: f32 | f64
mod mesh {
    #[derive(Clone, Copy, Default)]
    pub struct Vertex {
        pub at: (f32, f32),
        pub weight: f32,
        pub pinned: bool,
    }

    pub struct Mesh<'m> {
        pub vertices: &'m [Vertex],
        pub bounds: Option<Bounds>,
    }

    pub struct Bounds {
        pub min: f32,
        pub max: f32,
    }

    pub const ORIGIN: Vertex = Vertex {
        at: (0.0, 0.0),
        weight: 1.0,
        pinned: true,
    };

    impl<'m> Mesh<'m> {
        pub fn over(vertices: &'m [Vertex]) -> Self {
            let bounds = vertices
                .iter()
                .map(|vertex| vertex.at.0)
                .fold(None, |known: Option<Bounds>, x| match known {
                    Some(Bounds { min, max }) => Some(Bounds {
                        min: min.min(x),
                        max: max.max(x),
                    }),
                    None => Some(Bounds { min: x, max: x }),
                });
            Self { vertices, bounds }
        }
    }

    impl From<(f32, f32)> for Vertex {
        fn from(at: (f32, f32)) -> Vertex {
            Vertex { at, ..ORIGIN }
        }
    }
}

use mesh::{Mesh, Vertex};

fn main() {
    let vertices = [
        Vertex::from((2.5, 1.0)),
        mesh::ORIGIN,
        Vertex {
            weight: 4.0,
            ..Vertex::default()
        },
    ];
    let Mesh { vertices, bounds } = Mesh::over(&vertices);
    let loose: f32 = vertices
        .iter()
        .filter(|vertex| !vertex.pinned)
        .map(|vertex| vertex.weight)
        .sum();
    println!("{loose} {:?}", bounds.map(|bounds| bounds.max - bounds.min));
}
